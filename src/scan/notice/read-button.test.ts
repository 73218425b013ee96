import { describe, expect, it } from 'vitest';
import { locales } from '../../knowledge/locales/index.ts';
import { readButton } from './read-button.ts';

const actionsOf = (text: string) => readButton(text).actions;

describe('what a button says', () => {
  it.each(locales.map(({ tag, notice }) => [tag, notice] as const))('is understood in %s', (_, notice) => {
    expect(actionsOf(notice.accept)).toContain('accept');
    expect(actionsOf(notice.accept)).not.toContain('reject');
    expect(actionsOf(notice.reject)).toContain('reject');
    expect(actionsOf(notice.reject)).not.toContain('accept');
    expect(actionsOf(notice.settings)).toContain('settings');
    expect(actionsOf(notice.save)).toContain('save');
  });

  it.each([
    ['  ACCEPT   ALL!  ', 'accept'],
    ['I accept all of the cookies', 'accept'],
    ['Zaakceptuj wszystkie pliki cookie', 'accept'],
    ['Accepter tous les cookies et continuer', 'accept'],
    ['Reject all optional cookies', 'reject'],
    ['Alle optionalen Cookies ablehnen', 'reject'],
    ['Rechazar todas las cookies opcionales', 'reject'],
    ['Weiger alle cookies', 'reject'],
    ['Customise cookie settings', 'settings'],
    ['Auswahl bestätigen', 'save'],
  ])('"%s" means %s', (text, action) => {
    expect(actionsOf(text)).toEqual([action]);
  });

  it.each([
    'Do not accept',
    'Accept only necessary cookies',
    'Allow selection',
    'Akzeptiere nichts',
    'Nur ausgewählte akzeptieren',
    'Accetta solo i cookie essenziali',
    'Aceptar selección',
  ])('"%s" is never taken for a yes to everything', (text) => {
    expect(actionsOf(text)).not.toContain('accept');
  });

  it.each(['Reject and subscribe for 4.99', 'Ablehnen und abonnieren', 'Refuser et payer'])(
    '"%s" is an offer and no refusal',
    (text) => {
      expect(actionsOf(text)).not.toContain('reject');
    },
  );

  it.each([
    '',
    '×',
    'Close',
    'Privacy policy',
    'Xyzzy plugh',
    '42',
    'a'.repeat(200),
    'toString',
    '__proto__',
  ])('nothing is concluded from "%s"', (text) => {
    expect(actionsOf(text).filter((action) => action !== 'open')).toEqual([]);
  });
});
