/** Host of the company's website. */
export const SITE_HOST = 'www.kopano.com';

/** Its domain, on which its edge and its bot manager set their cookies. */
export const SITE_DOMAIN = 'kopano.com';
