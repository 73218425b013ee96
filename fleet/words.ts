/** What a notice of the fleet says in one language. */
export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  readonly accept: string;
  readonly reject: string;
  readonly settings: string;
  readonly save: string;
  readonly statistics: string;
  readonly advertising: string;
  /** Shows the notice again. */
  readonly reopen: string;
}

export const ENGLISH: Words = {
  language: 'en',
  text: 'We would like to use cookies to count visits.',
  accept: 'Accept all',
  reject: 'Reject all',
  settings: 'Settings',
  save: 'Save settings',
  statistics: 'Statistics',
  advertising: 'Advertising',
  reopen: 'Cookie settings',
};

export const GERMAN: Words = {
  language: 'de',
  text: 'Wir möchten Cookies verwenden, um Besuche zu zählen.',
  accept: 'Alle akzeptieren',
  reject: 'Alle ablehnen',
  settings: 'Einstellungen',
  save: 'Auswahl speichern',
  statistics: 'Statistik',
  advertising: 'Werbung',
  reopen: 'Cookie-Einstellungen',
};

export const FRENCH: Words = {
  language: 'fr',
  text: 'Nous souhaitons utiliser des cookies pour compter les visites.',
  accept: 'Tout accepter',
  reject: 'Continuer sans accepter',
  settings: 'Personnaliser mes choix',
  save: 'Enregistrer mes choix',
  statistics: 'Statistiques',
  advertising: 'Publicité',
  reopen: 'Gestion des cookies',
};

export const SPANISH: Words = {
  language: 'es',
  text: 'Nos gustaría usar cookies para contar las visitas.',
  accept: 'Aceptar todas las cookies',
  reject: 'Rechazar todas',
  settings: 'Configurar cookies',
  save: 'Guardar preferencias',
  statistics: 'Estadísticas',
  advertising: 'Publicidad',
  reopen: 'Configuración de cookies',
};

export const ITALIAN: Words = {
  language: 'it',
  text: 'Vorremmo usare i cookie per contare le visite.',
  accept: 'Accetta tutti',
  reject: 'Rifiuta tutti',
  settings: 'Personalizza',
  save: 'Salva le preferenze',
  statistics: 'Statistiche',
  advertising: 'Pubblicità',
  reopen: 'Preferenze cookie',
};

export const DUTCH: Words = {
  language: 'nl',
  text: 'We willen graag cookies gebruiken om bezoeken te tellen.',
  accept: 'Alle cookies accepteren',
  reject: 'Alleen noodzakelijke cookies',
  settings: 'Cookie-instellingen',
  save: 'Voorkeuren opslaan',
  statistics: 'Statistieken',
  advertising: 'Reclame',
  reopen: 'Cookie-instellingen wijzigen',
};

export const POLISH: Words = {
  language: 'pl',
  text: 'Chcielibyśmy używać plików cookie do liczenia odwiedzin.',
  accept: 'Akceptuję wszystkie',
  reject: 'Odrzuć wszystkie',
  settings: 'Ustawienia plików cookie',
  save: 'Zapisz ustawienia',
  statistics: 'Statystyka',
  advertising: 'Reklama',
  reopen: 'Ustawienia plików cookie',
};
