import type { Route } from '../route.ts';
import preflightConsent from './preflight-consent.ts';

const route: Route = {
  ...preflightConsent,
  path: '/api/v1/handovers',
  summary: 'CORS preflight of hand-overs.',
};
export default route;
