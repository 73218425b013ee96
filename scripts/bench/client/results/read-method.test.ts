import { describe, expect, it } from 'vitest';
import { readMethod } from './read-method.ts';

describe('The method on the page', () => {
  it('is what the head of the benchmark says, and no code', () => {
    const source =
      '// bench: fast.\n//\n// Method.\n//\n// One.\n// Two.\n//\n//   - three\nimport x;\n// not this\n';
    expect(readMethod(source)).toBe('One.\nTwo.\n\n  - three');
  });

  it('must be there', () => {
    expect(() => readMethod('// bench\nimport x;')).toThrow('does not say its method');
  });
});
