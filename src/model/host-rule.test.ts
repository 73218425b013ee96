import { describe, expect, it } from 'vitest';
import { hostRuleWeight, matchesHostRule } from './host-rule.ts';

describe('matchesHostRule', () => {
  it.each([
    ['youtube.com', 'https://youtube.com/', true],
    ['youtube.com', 'https://www.youtube.com/embed/x', true],
    ['youtube.com', 'https://notyoutube.com/', false],
    ['youtube.com', 'https://youtube.com.evil.test/', false],
    ['youtube.com', 'https://www.youtube.com./embed/x', true],
    ['youtube.com', 'https://youtube.com../', false],
    ['google.com/recaptcha', 'https://www.google.com/recaptcha/api.js', true],
    ['google.com/recaptcha', 'https://www.google.com/maps?x=/recaptcha', false],
    ['*/akam/', 'https://www.kopano.com/akam/13/a', true],
    ['*/akam/', 'https://www.kopano.com/x/akam/', false],
    ['youtube.com.localhost', 'http://www.youtube.com.localhost:8080/embed', true],
  ])('%s and %s: %s', (rule, url, expected) => {
    expect(matchesHostRule(rule, new URL(url))).toBe(expected);
  });
});

describe('hostRuleWeight', () => {
  it('puts a path before a host, and the longer before the shorter', () => {
    const rules = ['*', 'google.com', 'www.google.com', '*/maps', 'google.com/maps', 'google.com/maps/api'];
    expect(rules.toSorted((a, b) => hostRuleWeight(a) - hostRuleWeight(b))).toEqual(rules);
  });
});
