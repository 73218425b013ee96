import { describe, expect, it } from 'vitest';
import { choiceOf, fixtureSeen } from './testing/fixture-seen.ts';
import { timelineOf } from './timeline.ts';

const BING = 'https://bat.bing.com/bat.js?x=1';

/** What the timeline says of one request, without its first line. */
const judge = (...args: Parameters<typeof fixtureSeen>) =>
  timelineOf(fixtureSeen(...args))
    .filter(({ kind }) => kind === 'request')
    .map(({ who, why, verdict }) => `${who} · ${why} · ${verdict}`);

describe('a request', () => {
  it('of a denied service fails, and of a granted one passes, by what counted when it began', () => {
    const log = [[50, 'choice', ['accept', choiceOf('granted', 'granted')]]] as const;
    expect(
      judge(log, [
        [40, BING],
        [50, BING],
        [60, BING],
      ]),
    ).toEqual(['Bing · denied: ads · fail', 'Bing · granted: ads · pass', 'Bing · granted: ads · pass']);
  });

  it('follows a withdrawal', () => {
    const log = [
      [10, 'choice', ['accept', choiceOf('granted', 'granted')]],
      [50, 'choice', ['withdraw', choiceOf('denied', 'denied')]],
    ] as const;
    expect(
      judge(log, [
        [20, BING],
        [60, BING],
      ]),
    ).toEqual(['Bing · granted: ads · pass', 'Bing · denied: ads · fail']);
  });

  it('that the visitor asked for on a placeholder is to be reviewed', () => {
    expect(judge([], [[31, BING]], { embeds: [BING] })).toEqual([
      'Bing · shown once, as the visitor asked · review',
    ]);
  });

  it('of what needs no consent passes', () => {
    expect(judge([], [[1, 'https://pay.example/form']])).toEqual(['Pay · required · pass']);
  });

  it('in an opt-out region passes until it is refused', () => {
    const start = [[0, 'choice', ['start', choiceOf('granted', 'granted')]]] as const;
    expect(judge([], [[5, BING]], { mode: 'opt-out', log: start })).toEqual([
      'Bing · not refused: ads · pass',
    ]);
  });

  it('of the site itself and of Avowal needs no word; of an unknown host it does', () => {
    expect(
      judge(
        [],
        [
          [1, 'https://www.shop.example/style.css'],
          [2, 'https://cdn.shop.example/a.js'],
          [3, 'https://www.shop.example/_avowal/c/shop.js'],
          [4, 'https://shop.example.evil.example/a.js'],
        ],
      ),
    ).toEqual([
      'www.shop.example · the site itself · inapplicable',
      'cdn.shop.example · the site itself · inapplicable',
      'Avowal · this tool · inapplicable',
      'shop.example.evil.example · no service of the configuration · review',
    ]);
  });

  it('is judged by what counts now where the log has no choice', () => {
    expect(judge([], [[1, BING]], { log: [], choice: choiceOf('granted', 'granted') })).toEqual([
      'Bing · granted: ads · pass',
    ]);
  });
});

describe('the timeline', () => {
  it('stands in the order of time, shows paths without queries, and what was held back once', () => {
    const steps = timelineOf(
      fixtureSeen(
        [
          [
            3,
            'signal',
            ['google', 'consent', 'default', { ad_storage: 'denied', ad_user_data: 'denied', wait: 500 }],
          ],
          [4, 'held', BING, 'bing'],
          [5, 'held', BING, 'bing'],
          [6, 'held', '_ga', null],
        ],
        [[2, 'https://pay.example/form?card=1']],
      ),
    );
    expect(steps.map(({ time, who, what, why }) => [time, who, what, why])).toEqual([
      [0, 'start', 'necessary = granted; statistics, ads = denied', 'counts from here on'],
      [2, 'Pay', '/form', 'required'],
      [3, 'google', expect.stringContaining('ad_storage, ad_user_data = denied'), ''],
      [4, 'Bing', BING, 'held back'],
      [6, 'the site', '_ga', 'held back'],
    ]);
  });
});
