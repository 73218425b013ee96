/** Something that the web shop sells. */
export interface ShopArticle {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Whole euros a year. */
  readonly euros: number;
  readonly points: readonly string[];
}

/** What the web shop sells. */
export const SHOP_ARTICLES: readonly ShopArticle[] = [
  {
    id: 'starter',
    name: 'Starter',
    text: 'For an office that fits around one table.',
    euros: 190,
    points: ['10 people', 'Mail, calendar, contacts', 'Answers within two days'],
  },
  {
    id: 'team',
    name: 'Team',
    text: 'For a house with floors and meeting rooms.',
    euros: 840,
    points: ['50 people', 'Calls in the browser', 'Answers the same day'],
  },
  {
    id: 'migration',
    name: 'Moving day',
    text: 'We carry the boxes from your old server.',
    euros: 450,
    points: ['Up to 200 mailboxes', 'One evening, no gap', 'A report of every letter moved'],
  },
];
