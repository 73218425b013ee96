import { describe, expect, it } from 'vitest';
import { classifyTracker } from './classify-tracker.ts';

const seen = { kind: 'http-cookie', host: 'www.example.org', party: 'first', initiators: [] } as const;

describe('classifyTracker', () => {
  it('takes the pattern of knowledge as the name', () => {
    expect(classifyTracker({ ...seen, kind: 'js-cookie', name: '_pk_id.1.8f3a' })).toMatchObject({
      name: '_pk_id.*',
      purpose: 'analytics',
      classification: { source: 'tracker', needsReview: false },
    });
  });

  it('LAW-BLOCK-005 leaves what nothing explains without a purpose and asks for review', () => {
    expect(classifyTracker({ ...seen, name: 'strange' })).toEqual({
      name: 'strange',
      service: undefined,
      purpose: null,
      classification: { source: 'none', confidence: 0, needsReview: true },
    });
  });

  it('explains an unknown first-party cookie by the script that wrote it, for review', () => {
    const initiators = [{ url: 'https://www.youtube.com/iframe_api' }];
    expect(classifyTracker({ ...seen, kind: 'js-cookie', name: 'strange', initiators })).toMatchObject({
      service: { id: 'youtube' },
      classification: { source: 'host', needsReview: true },
    });
  });

  it('LAW-BLOCK-005 never calls a tracker necessary because its host is', () => {
    for (const host of ['challenges.cloudflare.com', 'js.stripe.com', 'www.youtube.com']) {
      const { purpose } = classifyTracker({ ...seen, name: 'strange', host, party: 'third' });
      expect(purpose).not.toBe('necessary');
    }
  });
});
