import { describe, expect, it } from 'vitest';
import type { CloserFacts } from './collect-closers.ts';
import { alsoCloses, pickCloser } from './pick-closer.ts';

const control = (change: Partial<CloserFacts>): CloserFacts => ({
  text: '',
  label: '',
  hint: '',
  isInCorner: false,
  ...change,
});

describe('pickCloser', () => {
  it.each([
    ['a cross', { text: '×' }],
    ['another cross', { text: '✕' }],
    ['the letter x', { text: 'X' }],
    ['a word of a shipped language', { text: 'Schließen' }],
    ['a label without words to see', { label: 'Close cookie banner' }],
    ['a picture in the upper corner', { isInCorner: true }],
    ['a picture that its author calls so', { hint: 'banner-close-icon' }],
  ])('LAW-L1-007 takes %s for a button that closes', (_, facts) => {
    expect(pickCloser([control({ text: 'Cookie policy' }), control(facts)])).toBe(1);
  });

  it.each([
    ['an answer that closes too', { text: 'Save and close' }],
    ['a consent', { text: 'Accept and close' }],
    ['settings', { text: 'Settings' }],
    ['a sentence', { text: 'Who wants to close the notice finds the button below on the right' }],
    ['words in the upper corner', { text: 'English', isInCorner: true }],
    ['something without words elsewhere', {}],
  ])('leaves %s alone', (_, facts) => {
    expect(pickCloser([control(facts)])).toBe(-1);
  });
});

describe('alsoCloses', () => {
  it('LAW-L1-008 sees a cross behind the words of an answer', () => {
    expect(alsoCloses('Alle akzeptieren & schließen x')).toBe('cross');
    expect(alsoCloses('Accept all ×')).toBe('cross');
  });

  it('LAW-L1-008 sees the word', () => expect(alsoCloses('Accept and close')).toBe('word'));

  it('sees nothing in an answer that is one', () => {
    for (const text of ['Accept all', 'Alle akzeptieren', 'Agree to max', 'x-ray: agree'])
      expect(alsoCloses(text), text).toBeUndefined();
  });
});
