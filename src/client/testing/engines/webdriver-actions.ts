/** Code points of keys in WebDriver (§17.4.2). */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ' } as const;

/** A key by its name. */
export type Key = keyof typeof KEYS;

/** WebDriver input actions (§17) of a click, the same in the classic protocol and in BiDi. */
export const clickActions = ([x, y]: readonly [number, number]): object[] => [
  {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];

/** WebDriver input actions of a key press. */
export const keyActions = (key: Key): object[] => [
  {
    type: 'key',
    id: 'keyboard',
    actions: [
      { type: 'keyDown', value: KEYS[key] },
      { type: 'keyUp', value: KEYS[key] },
    ],
  },
];
