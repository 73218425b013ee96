import { describe, expect, it } from 'vitest';
import { AvowalError } from '../../model/errors.ts';
import { parseConfig } from './parse-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const parse = (theme: object) =>
  parseConfig(JSON.stringify({ ...SMALL_CONFIG, theme }), 'avowal.config.json');

function refusal(theme: object): string {
  try {
    parse(theme);
  } catch (error) {
    if (error instanceof AvowalError && error.code === 'CONFIG_UNLAWFUL') return error.message;
    throw error;
  }
  return '';
}

describe('checkTheme', () => {
  it('A11Y-003 names both colours, their contrast, what is needed, and a colour that would do', () => {
    const message = refusal({ accent: '#d97706', onAccent: '#ffffff' });
    expect(message).toContain('theme.onAccent is refused by rule A11Y-003');
    expect(message).toContain('onAccent #ffffff on accent #d97706 has a contrast of 3.18:1');
    expect(message).toContain('4.5:1');
    const onAccent = /Write "(#[0-9a-f]{6})"/.exec(message)?.[1];
    expect(refusal({ accent: '#d97706', onAccent })).toBe('');
  });

  it('A11Y-003 refuses text that cannot be read, and buttons that cannot be seen', () => {
    expect(refusal({ ink: '#999999' })).toContain('theme.ink');
    expect(refusal({ accent: '#fafafa' })).toContain('buttons and switches need 3:1');
  });

  it('A11Y-003 looks at the dark scheme too, and reports everything at once', () => {
    const message = refusal({ ink: '#999999', dark: { ink: '#333333' } });
    expect(message).toContain('theme.ink');
    expect(message).toContain('theme.dark.ink');
    expect(message).toContain('in the dark scheme');
  });

  it('takes themes that can be read, one brand colour alone among them', () => {
    expect(() => parse({})).not.toThrow();
    expect(() => parse({ accent: '#007a55' })).not.toThrow();
    expect(() => parse({ accent: '#1d4ed8', paper: '#f8fafc', ink: '#0f172a' })).not.toThrow();
  });

  it.each([
    { accent: 'red' },
    { font: 'a;}*{x' },
    { radius: 99 },
    { scheme: 'pink' },
    { dark: { acc: '#000000' } },
  ])('refuses what is no theme: %j', (theme) => {
    expect(() => parse(theme)).toThrow(/theme/);
  });
});
