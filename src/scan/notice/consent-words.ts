/** What a notice speaks of, in the languages of the shipped locales: cookies, consent, tracking. */
export const CONSENT_WORDS: string = [
  'cookie|kakor|informasjonskaps|evästee|eväste|süti|küpsis|sīkdat|sīkfail|slapuk|fianá?n|çerez|ciastecz|piškot|kolačić',
  'бисквит|куки|cookie|файли|ملفات تعريف|ارتباط|עוגיות|कुकी|クッキー|쿠키|小型文字|галет|vafrakök|cwcis|galet',
  'consent|einwillig|zustimmung|consentement|consentimiento|consenso|consentimento|toestemming|zgod|souhlas|súhlas|samtyk|samtyck|suostum|hozzájárul|consimț|privol|suglas|съгласие|згод|συγκατάθ|rıza|nõusolek|piekriš|sutikim|samþykk|cydsyn|kunsens|toiliú|consentiment|同意|동의|सहमति|הסכמ|موافق',
  'gdpr|rgpd|dsgvo|tracking|privac|datenschutz|confidentialit|privacid|privatliv|integritet|yksityis|adatvéd|soukrom|súkrom|prywat',
].join('|');
