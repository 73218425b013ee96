import { describe, expect, it } from 'vitest';
import { compileTheme } from './compile-theme.ts';

describe('compileTheme', () => {
  it('sets both schemes as custom properties that no style sheet of the page overrides', () => {
    const css = compileTheme({ accent: '#112233', radius: 4, dark: { accent: '#aabbcc' } });
    const [light = '', dark = ''] = css.split('@media(prefers-color-scheme:dark)');
    expect(light).toContain('--a:#112233!important');
    expect(light).toContain('--o:#ffffff!important');
    expect(light).toContain('--r:4px!important');
    expect(dark).toContain('--a:#aabbcc!important');
  });

  it('keeps to one scheme where the site has only one', () => {
    const css = compileTheme({ scheme: 'dark', dark: { paper: '#101010' } });
    expect(css).toContain('color-scheme:dark');
    expect(css).toContain('--p:#101010');
    expect(css).not.toContain('@media');
  });

  it("takes the page's font when asked to", () => {
    expect(compileTheme({ font: 'inherit' })).toContain('font-family:inherit');
  });
});
