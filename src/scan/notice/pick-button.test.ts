import { describe, expect, it } from 'vitest';
import type { ButtonFacts } from './collect-buttons.ts';
import { pickButton } from './pick-button.ts';

const button = (text: string, change: Partial<ButtonFacts> = {}): ButtonFacts => ({
  text,
  isInNotice: true,
  leadsAway: false,
  known: [],
  ...change,
});
const known = (tool: string, action: 'accept' | 'reject', selector: string) => ({
  known: [{ tool, action, selector }],
});

describe('a button', () => {
  it('is known by its place in a consent tool, whatever it says', () => {
    const facts = [
      button('Accept all'),
      button(
        'Sure',
        known('onetrust', 'accept', '#onetrust-accept-btn-handler,#accept-recommended-btn-handler'),
      ),
    ];
    expect(pickButton(facts, 'accept')).toEqual({
      index: 1,
      how: 'onetrust: #onetrust-accept-btn-handler,#accept-recommended-btn-handler',
    });
  });

  it('is preferred where its words are written down to one that the model concludes', () => {
    const facts = [button('Yes, allow all of the cookies'), button('Accept all')];
    expect(pickButton(facts, 'accept')).toEqual({ index: 1, how: 'text: accept all' });
  });

  it('counts only in a notice, and never as a link to another page', () => {
    expect(pickButton([button('Accept all', { isInNotice: false })], 'accept')).toBeUndefined();
    expect(pickButton([button('Reject all', { leadsAway: true })], 'reject')).toBeUndefined();
  });

  it('that reopens a notice stands outside of it and says what it is about', () => {
    const outside = { isInNotice: false };
    expect(pickButton([button('Settings', outside)], 'open')).toBeUndefined();
    expect(pickButton([button('Manage cookie settings', outside)], 'open')).toMatchObject({ index: 0 });
    expect(pickButton([button('Withdraw', outside)], 'withdraw')).toBeUndefined();
    expect(pickButton([button('Withdraw consent', outside)], 'withdraw')).toMatchObject({ index: 0 });
  });
});
