export { startPhoneLab } from './phone-lab.js';
export type { PhoneLab, PhoneLabOptions } from './phone-lab.js';
export type { IncomingNumber } from './numbers/numbers.js';
