/** Milliseconds that the browser is given to show what the visitor did, before anything else is done about it. */
export const FRAME_TIME = 50;
