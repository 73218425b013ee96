/** A developer ticket that the release notes speak of. */
export interface Ticket {
  readonly key: string;
  readonly title: string;
  readonly state: 'Fixed' | 'In review' | 'Open';
}

/** The tickets of the ticket tracker. */
const TICKETS: readonly Ticket[] = [
  { key: 'KW-2481', title: 'Search finds words inside attached text documents', state: 'Fixed' },
  { key: 'KW-2467', title: 'A meeting moved by its host keeps the answers of the guests', state: 'Fixed' },
  { key: 'KW-2455', title: 'Shared address books open twice as fast', state: 'Fixed' },
  { key: 'KW-2440', title: 'Dark colours follow the system on every page', state: 'In review' },
  { key: 'KW-2402', title: 'Phone sync survives a change of the server certificate', state: 'Fixed' },
  { key: 'KW-2398', title: 'Out-of-office notes end on the right day across time zones', state: 'Fixed' },
  { key: 'KW-2371', title: 'Large mailboxes load the folder tree in one request', state: 'Fixed' },
  { key: 'KW-2310', title: 'Read receipts can be switched off for a whole team', state: 'Open' },
];

/** A ticket by its key. */
export const findTicket = (key: string): Ticket | undefined => TICKETS.find((ticket) => ticket.key === key);
