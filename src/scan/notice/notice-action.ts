/** What the driver can do with a notice; `open` brings it back where it was answered before. */
export type NoticeAction = 'accept' | 'reject' | 'settings' | 'save' | 'withdraw' | 'open';
