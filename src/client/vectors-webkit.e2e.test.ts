import { specifyVectors } from './testing/vectors/specify-vectors.ts';

specifyVectors('webkit');
