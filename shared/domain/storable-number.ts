/** Whether DynamoDB keeps a number: it takes 0 and magnitudes from 1E-130 to below 1E+126, and fails on others. */
export const isStorable = (number: number): boolean => {
  const magnitude = Math.abs(number);
  return magnitude === 0 || (magnitude >= 1e-130 && magnitude < 1e126);
};
