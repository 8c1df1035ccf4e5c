/**
 * How well the owner of an account is known from now on, in the shape of VerificationLevelUpdateEvent, as a front end
 * of the platform's reads it; that one knows no other status by name.
 */
export interface VerificationLevelUpdate {
  readonly VerificationStatus: 'Approved';
  readonly VerificationLevel: number;
}
