import { describe, expect, it } from 'vitest';
import { sections } from './sections/index.ts';
import { linesOf } from './testing/policy-context.ts';

const textOf = (id: string) => {
  const section = sections.find((one) => one.id === id);
  return section ? linesOf(section, {}, 'es').join('\n') : '';
};

describe('POL-002 the policy in Spanish says', () => {
  it.each([
    ['what cookies are', 'storage', /Las cookies son textos/],
    [
      'which kinds there are, and how many of whom',
      'use',
      /\d+ entradas? pertenecen? a .*propias.*\n.*de terceros/,
    ],
    [
      'what each is for, whose it is and how long it stays',
      'declaration',
      /YSC, Cookie \| .+ \| Google LLC.*\| /,
    ],
    ['how to accept, refuse and revoke', 'control', /\[open\].*\n\[withdraw\] Retirar el consentimiento/],
    ['how to do so in the browser', 'control', /Firefox/],
    [
      'who receives data, and in which country',
      'recipients',
      /Google LLC \| Estados Unidos, fuera del EEE \|/,
    ],
    ['what a transfer out of the EEA means', 'recipients', /EEE significa Espacio Económico Europeo/],
    ['how long answers and records are kept', 'proof', /durante 6 meses.*se borra 36 meses/s],
  ])('%s', (_, section, words) => {
    expect(textOf(section)).toMatch(words);
  });
});
