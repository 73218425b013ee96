/**
 * What a first layer must speak of (LAW-L1-009), by words of the shipped locales' languages. They are wide on purpose: what
 * one of them finds may still be said badly, what none of them finds is most likely not said.
 */
export const NOTICE_WORDS: Readonly<Record<'purposes' | 'others' | 'refusal' | 'withdrawal', RegExp>> = {
  purposes: new RegExp(
    [
      'purpose|statisti|analy|measur|count|audience|traffic|advert|marketing|person[an]+[ae]li|perform|functional|improve|enhance|video|social|embed',
      'zweck|mess|zähl|werb|reichweite|verbesser|funktion|finalit|mesur|compt|publicit|amélior|finalid|medi[cr]|mejor|anunci|public',
      'misur|migliora|pubblic|doel|meten|meting|verbeter|adverten|melhor|estat[ií]|medição|cel[eu]?\\b|cele:|pomiar|reklam|ulepsz|účel|měř|zlepš|meran',
      'formål|måle|forbedr|annonc|ändamål|mäta|förbättr|annons|tarkoitu|mainon|tilast|paran|célok|mérés|hirdet|fejleszt|scopuri|măsur|îmbunătăț',
      'цел[иі]|ціл[іь]|аналі|статист|реклам|σκοπ|στατιστ|διαφήμ|svrh|oglas|mjeren|namen|merjen|tiksl|reklam|mērķ|eesmär|amaç|ölç|skopij|tilgang|cuspóir|diben',
      'الأغراض|إعلان|إحصا|המטרות|פרסום|סטטיסט|उद्देश्य|विज्ञापन|目的|統計|広告|목적|통계|광고|统计|广告|廣告',
    ].join('|'),
    'iu',
  ),
  others: new RegExp(
    [
      'third[- ]part|partner|other compan|compan|vendor|provider|service|supplier|google|facebook|youtube|dritt|firmen|unternehmen|anbieter|dienst',
      'tiers|partenaire|entreprise|prestataire|terce|soci[oa]s|empresas|proveedor|servici|terz[ei]|partner|aziende|fornitor|serviz',
      'derde|bedrijven|aanbieder|leverancier|parceir|fornecedor|serviç|podmiot|firm|usług|dostawc|třetí|tretí|strán|služ|tredj|virksomhed|selskap|tjenest',
      'företag|tjänst|kolmans|yrity|kumppan|palvelu|harmadik|cég|szolgáltat|terț|compan|servicii|трети|дружеств|услуг|τρίτ|εταιρ|υπηρεσ|treć|društva|uslug|usluge',
      'tretj|podjet|storit|treči|įmon|paslaug|treš|uzņēm|pakalpoj|kolman|ettevõt|teenus|трет|компані|сервіс|üçüncü|şirket|hizmet|kumpanij|servizz|fyrirtæk|þjónust',
      'cuideacht|seirbh|serveis|cwmn|gwasanaeth|شركات|الخدمات|חברות|שירות|कंपनि|सेवा|他社|第三者|サービス|회사|서비스|第三方|公司|服务|服務',
    ].join('|'),
    'iu',
  ),
  refusal: new RegExp(
    [
      "refus|reject|declin|deny|without|disadvantage|opt[- ]?out|do(es)? not (agree|accept|consent)|don['’]t (agree|accept|consent)|only (the )?necessary",
      'ablehn|ohne|nachteil|verweiger|nicht zustimm|sans|inconvénient|rechaz|sin |desventaj|rifiut|senza|svantagg|weiger|zonder|nadeel',
      'recus|rejeit|sem |desvantag|odmow|odmaw|odrzuc|bez |odm[ií]|nevýhod|afvis|uden|ulempe|avvis|si nei|neka|avböj|utan|nackdel|kieltä|ilman|haitta',
      'elutas|nélkül|hátrány|refuz|fără|отказ|без|άρνηση|απόρριψ|χωρίς|odbij|zavrn|brez|atsisak|\\bbe |atteik|keeld|ilma |відмов|redded|reddet|rifjut|mingħajr',
      'höfnun|hafna|\\bán |diúlt|\\bgan |wrthod|\\bheb |rebutj|sense |رفض|סירוב|मना|बिना|拒绝|拒絕|거부|同意しなく|拒否',
    ].join('|'),
    'iu',
  ),
  withdrawal: new RegExp(
    [
      'withdr|revoke|any ?time|change (your|my|the) (mind|choice|consent|preference|setting|cookie)|jederzeit|widerruf|später (noch )?änder',
      'retirer|révoqu|tout moment|retirar|revocar|cualquier momento|revoca|qualsiasi momento|intrekken|altijd wijzig|elk (gewenst )?moment|ieder moment',
      'qualquer (momento|altura)|wycof|każdej chwili|odvol|kdykoľ?|tilbage|tilbake|når som helst|återkall|när som helst|milloin tahansa|peruut',
      'bármikor|visszavon|orice moment|retrage|оттегл|всяко време|ανακαλ|οποτεδήποτε|svakom trenutku|povu[ćk]|kadar ?koli|prekli[cč]|bet kada|atšauk',
      'jebkurā laikā|atsauk|igal ajal|tagasi võtta|будь-коли|відклик|istediğiniz zaman|geri al|kwalunkwe ħin|tirtira|hvenær sem er|afturkall',
      'am ar bith|tharraingt siar|unrhyw bryd|qualsevol moment|سحب|أي وقت|בכל עת|कभी भी|वापस|撤回|철회|언제든|いつでも|随时|隨時',
    ].join('|'),
    'iu',
  ),
};

/** What a link to a policy is called or how its address reads, in these languages. */
export const POLICY_WORDS: string = [
  'polic|privac|cookie|datenschutz|confidentialit|donn[ée]es|vie priv|privacid|informativa|beleid|verklaring|polityk|prywatno|z[áa]sad|ochran|persondata|personopplys|privatliv',
  'personvern|informasjonskaps|integritet|personuppgift|tietosuoja|ev[äa]ste|adatv[ée]d|adatkezel|süti|confiden|politic|поверителн|бисквит|απορρήτου|πολιτική|privatnost|zasebnost',
  'piškot|kolači|privatum|slapuk|privātum|sīkdat|andmekaitse|küpsis|конфіденц|gizlilik|çerez|privatezza|persónuvernd|vafrak|príobháid|fianán|preifatrwydd|cwcis|galetes|privacitat',
  'خصوصية|ملفات تعريف|פרטיות|עוגיות|निजता|कुकी|隐私|隱私|プライバシー|クッキー|개인정보|쿠키',
].join('|');
