// npm run docs: writes the pages that units describe themselves on. With --check only compares.
import './service-docs.ts';
