// Functions of the platform that venues other than Notbank answer
export { GetAccountBadges, type GetAccountBadgesRequest } from '../endpoints/account/GetAccountBadges.ts';
export { GetAccountConfig, type GetAccountConfigRequest } from '../endpoints/account/GetAccountConfig.ts';
export {
  GetAllAccountPositions,
  type GetAllAccountPositionsReply,
  type GetAllAccountPositionsRequest,
} from '../endpoints/account/GetAllAccountPositions.ts';
export {
  GetAllLedgerEntryTickets,
  type GetAllLedgerEntryTicketsReply,
  type GetAllLedgerEntryTicketsRequest,
} from '../endpoints/account/GetAllLedgerEntryTickets.ts';
export { GetBadgeAccount, type GetBadgeAccountRequest } from '../endpoints/account/GetBadgeAccount.ts';
export { SetAccountConfig, type SetAccountConfigRequest } from '../endpoints/account/SetAccountConfig.ts';
export {
  UpdateAccount,
  type UpdateAccountReply,
  type UpdateAccountRequest,
} from '../endpoints/account/UpdateAccount.ts';
export {
  Activate2FA,
  type Activate2FAReply,
  type Activate2FARequest,
} from '../endpoints/auth/Activate2FA.ts';
export {
  CoinsOAuthAuthenticateUser,
  type CoinsOAuthAuthenticateUserReply,
  type CoinsOAuthAuthenticateUserRequest,
} from '../endpoints/auth/CoinsOAuthAuthenticateUser.ts';
export {
  CoinsOAuthLogout,
  type CoinsOAuthLogoutReply,
  type CoinsOAuthLogoutRequest,
} from '../endpoints/auth/CoinsOAuthLogout.ts';
export { Disable2FA, type Disable2FARequest } from '../endpoints/auth/Disable2FA.ts';
export {
  EnableGoogle2FA,
  type EnableGoogle2FAReply,
  type EnableGoogle2FARequest,
} from '../endpoints/auth/EnableGoogle2FA.ts';
export {
  EnableXP2FA,
  type EnableXP2FAReply,
  type EnableXP2FARequest,
} from '../endpoints/auth/EnableXP2FA.ts';
export {
  EnableYubico2FA,
  type EnableYubico2FAReply,
  type EnableYubico2FARequest,
} from '../endpoints/auth/EnableYubico2FA.ts';
export {
  GetCaptchaRequiredEndpoints,
  type GetCaptchaRequiredEndpointsReply,
  type GetCaptchaRequiredEndpointsRequest,
} from '../endpoints/auth/GetCaptchaRequiredEndpoints.ts';
export {
  GetGoogle2FARecoveryKey,
  type GetGoogle2FARecoveryKeyReply,
  type GetGoogle2FARecoveryKeyRequest,
} from '../endpoints/auth/GetGoogle2FARecoveryKey.ts';
export {
  GetValidate2FARequiredEndpoints,
  type GetValidate2FARequiredEndpointsReply,
  type GetValidate2FARequiredEndpointsRequest,
} from '../endpoints/auth/GetValidate2FARequiredEndpoints.ts';
export {
  OAuthAuthenticateUser,
  type OAuthAuthenticateUserReply,
  type OAuthAuthenticateUserRequest,
} from '../endpoints/auth/OAuthAuthenticateUser.ts';
export {
  OAuthLogout,
  type OAuthLogoutReply,
  type OAuthLogoutRequest,
} from '../endpoints/auth/OAuthLogout.ts';
export {
  OAuthValidateMfa,
  type OAuthValidateMfaReply,
  type OAuthValidateMfaRequest,
} from '../endpoints/auth/OAuthValidateMfa.ts';
export { SSOEnsureUser, type SSOEnsureUserRequest } from '../endpoints/auth/SSOEnsureUser.ts';
export {
  Validate2FA,
  type Validate2FAReply,
  type Validate2FARequest,
} from '../endpoints/auth/Validate2FA.ts';
export {
  GetAllOperatorLoyaltyFeeConfigs,
  type GetAllOperatorLoyaltyFeeConfigsRequest,
} from '../endpoints/fee/GetAllOperatorLoyaltyFeeConfigs.ts';
export {
  GetOperatorLoyaltyFeeConfig,
  type GetOperatorLoyaltyFeeConfigRequest,
} from '../endpoints/fee/GetOperatorLoyaltyFeeConfig.ts';
export {
  GetOperatorLoyaltyFeeConfigsForOms,
  type GetOperatorLoyaltyFeeConfigsForOmsRequest,
} from '../endpoints/fee/GetOperatorLoyaltyFeeConfigsForOms.ts';
export {
  UpdateAccountLoyaltySettings,
  type UpdateAccountLoyaltySettingsRequest,
} from '../endpoints/fee/UpdateAccountLoyaltySettings.ts';
export {
  GetInstrumentAttributes,
  type GetInstrumentAttributesReply,
  type GetInstrumentAttributesRequest,
} from '../endpoints/instrument/GetInstrumentAttributes.ts';
export {
  CancelMarginQuote,
  type CancelMarginQuoteReply,
  type CancelMarginQuoteRequest,
} from '../endpoints/margin/CancelMarginQuote.ts';
export {
  GetAccountMarginState,
  type GetAccountMarginStateReply,
  type GetAccountMarginStateRequest,
} from '../endpoints/margin/GetAccountMarginState.ts';
export {
  SendMarginQuote,
  type SendMarginQuoteReply,
  type SendMarginQuoteRequest,
} from '../endpoints/margin/SendMarginQuote.ts';
export { Assets, type AssetsReply, type AssetsRequest } from '../endpoints/product/Assets.ts';
export {
  GetProductAttributes,
  type GetProductAttributesReply,
  type GetProductAttributesRequest,
} from '../endpoints/product/GetProductAttributes.ts';
export {
  GenerateTreasuryActivityReport,
  type GenerateTreasuryActivityReportRequest,
} from '../endpoints/report/GenerateTreasuryActivityReport.ts';
export {
  GetTreasuryProductsForAccount,
  type GetTreasuryProductsForAccountReply,
  type GetTreasuryProductsForAccountRequest,
} from '../endpoints/report/GetTreasuryProductsForAccount.ts';
export {
  ScheduleTreasuryActivityReport,
  type ScheduleTreasuryActivityReportRequest,
} from '../endpoints/report/ScheduleTreasuryActivityReport.ts';
export { GatewayStats, type GatewayStatsRequest } from '../endpoints/system/GatewayStats.ts';
export {
  GetGeneralKVP,
  type GetGeneralKVPReply,
  type GetGeneralKVPRequest,
} from '../endpoints/system/GetGeneralKVP.ts';
export { GetOMS, type GetOMSReply, type GetOMSRequest } from '../endpoints/system/GetOMS.ts';
export { GetOMSVersion, type GetOMSVersionRequest } from '../endpoints/system/GetOMSVersion.ts';
export { GetOMSs, type GetOMSsReply, type GetOMSsRequest } from '../endpoints/system/GetOMSs.ts';
export { CancelQuote, type CancelQuoteRequest } from '../endpoints/trading/CancelQuote.ts';
export { CreateQuote, type CreateQuoteRequest } from '../endpoints/trading/CreateQuote.ts';
export {
  GetAllOpenTradeReports,
  type GetAllOpenTradeReportsReply,
  type GetAllOpenTradeReportsRequest,
} from '../endpoints/trading/GetAllOpenTradeReports.ts';
export {
  GetOpenQuotes,
  type GetOpenQuotesReply,
  type GetOpenQuotesRequest,
} from '../endpoints/trading/GetOpenQuotes.ts';
export {
  SubmitBlockTrade,
  type SubmitBlockTradeReply,
  type SubmitBlockTradeRequest,
} from '../endpoints/trading/SubmitBlockTrade.ts';
export { UpdateQuote, type UpdateQuoteRequest } from '../endpoints/trading/UpdateQuote.ts';
export { BatchTransfer, type BatchTransferRequest } from '../endpoints/transfer/BatchTransfer.ts';
export {
  CancelTransferFunds,
  type CancelTransferFundsRequest,
} from '../endpoints/transfer/CancelTransferFunds.ts';
export {
  ConfirmRequestTransferFunds,
  type ConfirmRequestTransferFundsRequest,
} from '../endpoints/transfer/ConfirmRequestTransferFunds.ts';
export {
  ConfirmTransferFunds,
  type ConfirmTransferFundsRequest,
} from '../endpoints/transfer/ConfirmTransferFunds.ts';
export {
  ConfirmTransferFundsRegisterUser,
  type ConfirmTransferFundsRegisterUserRequest,
} from '../endpoints/transfer/ConfirmTransferFundsRegisterUser.ts';
export {
  GetRequestTransfer,
  type GetRequestTransferRequest,
} from '../endpoints/transfer/GetRequestTransfer.ts';
export {
  GetRequestTransferRequestsReceived,
  type GetRequestTransferRequestsReceivedRequest,
} from '../endpoints/transfer/GetRequestTransferRequestsReceived.ts';
export {
  GetRequestTransferRequestsRequested,
  type GetRequestTransferRequestsRequestedRequest,
} from '../endpoints/transfer/GetRequestTransferRequestsRequested.ts';
export {
  GetRequestTransfers,
  type GetRequestTransfersRequest,
} from '../endpoints/transfer/GetRequestTransfers.ts';
export { GetTransfer, type GetTransferRequest } from '../endpoints/transfer/GetTransfer.ts';
export { GetTransfers, type GetTransfersRequest } from '../endpoints/transfer/GetTransfers.ts';
export {
  GetTransfersHistory,
  type GetTransfersHistoryRequest,
} from '../endpoints/transfer/GetTransfersHistory.ts';
export {
  GetTransfersReceived,
  type GetTransfersReceivedRequest,
} from '../endpoints/transfer/GetTransfersReceived.ts';
export {
  RejectRequestTransferFunds,
  type RejectRequestTransferFundsRequest,
} from '../endpoints/transfer/RejectRequestTransferFunds.ts';
export {
  RequestTransferFunds,
  type RequestTransferFundsReply,
  type RequestTransferFundsRequest,
} from '../endpoints/transfer/RequestTransferFunds.ts';
export { TransferFunds, type TransferFundsRequest } from '../endpoints/transfer/TransferFunds.ts';
export {
  AddDepositTicketAttachment,
  type AddDepositTicketAttachmentRequest,
} from '../endpoints/treasury/AddDepositTicketAttachment.ts';
export {
  AddWithdrawTicketAttachment,
  type AddWithdrawTicketAttachmentRequest,
} from '../endpoints/treasury/AddWithdrawTicketAttachment.ts';
export { CancelWithdraw, type CancelWithdrawRequest } from '../endpoints/treasury/CancelWithdraw.ts';
export { ConfirmWithdraw, type ConfirmWithdrawRequest } from '../endpoints/treasury/ConfirmWithdraw.ts';
export {
  ConfirmWithdrawInfo,
  type ConfirmWithdrawInfoRequest,
} from '../endpoints/treasury/ConfirmWithdrawInfo.ts';
export {
  CreateAccountWithdrawInfo,
  type CreateAccountWithdrawInfoRequest,
} from '../endpoints/treasury/CreateAccountWithdrawInfo.ts';
export {
  CreateCryptocurrencyWithdrawTicket,
  type CreateCryptocurrencyWithdrawTicketRequest,
} from '../endpoints/treasury/CreateCryptocurrencyWithdrawTicket.ts';
export {
  CreateDepositTicket,
  type CreateDepositTicketReply,
  type CreateDepositTicketRequest,
} from '../endpoints/treasury/CreateDepositTicket.ts';
export {
  CreateFiatWithdrawTicket,
  type CreateFiatWithdrawTicketRequest,
} from '../endpoints/treasury/CreateFiatWithdrawTicket.ts';
export {
  CreateWithdrawTicket,
  type CreateWithdrawTicketRequest,
} from '../endpoints/treasury/CreateWithdrawTicket.ts';
export {
  DeleteAccountWithdrawInfo,
  type DeleteAccountWithdrawInfoRequest,
} from '../endpoints/treasury/DeleteAccountWithdrawInfo.ts';
export {
  GetAccountDepositTransactions,
  type GetAccountDepositTransactionsRequest,
} from '../endpoints/treasury/GetAccountDepositTransactions.ts';
export {
  GetAccountWithdrawInfos,
  type GetAccountWithdrawInfosReply,
  type GetAccountWithdrawInfosRequest,
} from '../endpoints/treasury/GetAccountWithdrawInfos.ts';
export {
  GetAccountWithdrawTransactions,
  type GetAccountWithdrawTransactionsRequest,
} from '../endpoints/treasury/GetAccountWithdrawTransactions.ts';
export {
  GetAllDepositRequestInfoTemplates,
  type GetAllDepositRequestInfoTemplatesReply,
  type GetAllDepositRequestInfoTemplatesRequest,
} from '../endpoints/treasury/GetAllDepositRequestInfoTemplates.ts';
export { GetDepositInfo, type GetDepositInfoRequest } from '../endpoints/treasury/GetDepositInfo.ts';
export {
  GetDepositRequestInfoTemplate,
  type GetDepositRequestInfoTemplateReply,
  type GetDepositRequestInfoTemplateRequest,
} from '../endpoints/treasury/GetDepositRequestInfoTemplate.ts';
export {
  GetDepositTemplateTypes,
  type GetDepositTemplateTypesRequest,
} from '../endpoints/treasury/GetDepositTemplateTypes.ts';
export { GetDepositTicket, type GetDepositTicketRequest } from '../endpoints/treasury/GetDepositTicket.ts';
export {
  GetDepositTicketAttachment,
  type GetDepositTicketAttachmentRequest,
} from '../endpoints/treasury/GetDepositTicketAttachment.ts';
export { GetDepositTickets, type GetDepositTicketsRequest } from '../endpoints/treasury/GetDepositTickets.ts';
export {
  GetDeposits,
  type GetDepositsReply,
  type GetDepositsRequest,
} from '../endpoints/treasury/GetDeposits.ts';
export {
  GetNewDepositAddress,
  type GetNewDepositAddressRequest,
} from '../endpoints/treasury/GetNewDepositAddress.ts';
export {
  GetWithdrawFormTemplateTypes,
  type GetWithdrawFormTemplateTypesRequest,
} from '../endpoints/treasury/GetWithdrawFormTemplateTypes.ts';
export {
  GetWithdrawTemplate,
  type GetWithdrawTemplateReply,
  type GetWithdrawTemplateRequest,
} from '../endpoints/treasury/GetWithdrawTemplate.ts';
export {
  GetWithdrawTemplateTypes,
  type GetWithdrawTemplateTypesRequest,
} from '../endpoints/treasury/GetWithdrawTemplateTypes.ts';
export { GetWithdrawTicket, type GetWithdrawTicketRequest } from '../endpoints/treasury/GetWithdrawTicket.ts';
export {
  GetWithdrawTicketAttachment,
  type GetWithdrawTicketAttachmentRequest,
} from '../endpoints/treasury/GetWithdrawTicketAttachment.ts';
export {
  GetWithdrawTicketByVerifyCode,
  type GetWithdrawTicketByVerifyCodeRequest,
} from '../endpoints/treasury/GetWithdrawTicketByVerifyCode.ts';
export {
  GetWithdrawTickets,
  type GetWithdrawTicketsRequest,
} from '../endpoints/treasury/GetWithdrawTickets.ts';
export {
  GetWithdraws,
  type GetWithdrawsReply,
  type GetWithdrawsRequest,
} from '../endpoints/treasury/GetWithdraws.ts';
export {
  SubmitDepositTicketComment,
  type SubmitDepositTicketCommentRequest,
} from '../endpoints/treasury/SubmitDepositTicketComment.ts';
export {
  SubmitWithdrawTicketComment,
  type SubmitWithdrawTicketCommentRequest,
} from '../endpoints/treasury/SubmitWithdrawTicketComment.ts';
export {
  UpdateDepositTicket,
  type UpdateDepositTicketRequest,
} from '../endpoints/treasury/UpdateDepositTicket.ts';
export {
  UpdateWithdrawTicket,
  type UpdateWithdrawTicketRequest,
} from '../endpoints/treasury/UpdateWithdrawTicket.ts';
export { AddEditRole, type AddEditRoleRequest } from '../endpoints/user/AddEditRole.ts';
export { AddUserAPIKey, type AddUserAPIKeyRequest } from '../endpoints/user/AddUserAPIKey.ts';
export {
  AddUserAPIKeyPermission,
  type AddUserAPIKeyPermissionRequest,
} from '../endpoints/user/AddUserAPIKeyPermission.ts';
export {
  AddUserAffiliateTag,
  type AddUserAffiliateTagRequest,
} from '../endpoints/user/AddUserAffiliateTag.ts';
export { AddUserRole, type AddUserRoleRequest } from '../endpoints/user/AddUserRole.ts';
export { ConfirmUserEmail, type ConfirmUserEmailRequest } from '../endpoints/user/ConfirmUserEmail.ts';
export { DeleteRole, type DeleteRoleRequest } from '../endpoints/user/DeleteRole.ts';
export { GetAllRoles, type GetAllRolesRequest } from '../endpoints/user/GetAllRoles.ts';
export {
  GetAllUnredactedUserConfigsForUser,
  type GetAllUnredactedUserConfigsForUserRequest,
} from '../endpoints/user/GetAllUnredactedUserConfigsForUser.ts';
export { GetRole, type GetRoleRequest } from '../endpoints/user/GetRole.ts';
export {
  GetUnredactedUserConfigByKey,
  type GetUnredactedUserConfigByKeyRequest,
} from '../endpoints/user/GetUnredactedUserConfigByKey.ts';
export { GetUserAPIKeys, type GetUserAPIKeysRequest } from '../endpoints/user/GetUserAPIKeys.ts';
export {
  GetUserAccountInfos,
  type GetUserAccountInfosReply,
  type GetUserAccountInfosRequest,
} from '../endpoints/user/GetUserAccountInfos.ts';
export {
  GetUserAffiliateCount,
  type GetUserAffiliateCountReply,
  type GetUserAffiliateCountRequest,
} from '../endpoints/user/GetUserAffiliateCount.ts';
export {
  GetUserAffiliateTag,
  type GetUserAffiliateTagReply,
  type GetUserAffiliateTagRequest,
} from '../endpoints/user/GetUserAffiliateTag.ts';
export { GetUserConfig, type GetUserConfigRequest } from '../endpoints/user/GetUserConfig.ts';
export {
  GetUserMarketDataPermissions,
  type GetUserMarketDataPermissionsReply,
  type GetUserMarketDataPermissionsRequest,
} from '../endpoints/user/GetUserMarketDataPermissions.ts';
export { GetUserRoles, type GetUserRolesRequest } from '../endpoints/user/GetUserRoles.ts';
export { RegisterNewDevice, type RegisterNewDeviceRequest } from '../endpoints/user/RegisterNewDevice.ts';
export {
  RegisterNewUser,
  type RegisterNewUserReply,
  type RegisterNewUserRequest,
} from '../endpoints/user/RegisterNewUser.ts';
export {
  RegisterUser,
  type RegisterUserReply,
  type RegisterUserRequest,
} from '../endpoints/user/RegisterUser.ts';
export { RemoveUserAPIKey, type RemoveUserAPIKeyRequest } from '../endpoints/user/RemoveUserAPIKey.ts';
export {
  RemoveUserAPIKeyPermission,
  type RemoveUserAPIKeyPermissionRequest,
} from '../endpoints/user/RemoveUserAPIKeyPermission.ts';
export { RemoveUserRoles, type RemoveUserRolesRequest } from '../endpoints/user/RemoveUserRoles.ts';
export {
  ResendVerificationEmail,
  type ResendVerificationEmailRequest,
} from '../endpoints/user/ResendVerificationEmail.ts';
export { ResetPassword, type ResetPasswordRequest } from '../endpoints/user/ResetPassword.ts';
export { ResetPassword2, type ResetPassword2Request } from '../endpoints/user/ResetPassword2.ts';
export { SetUserConfig, type SetUserConfigRequest } from '../endpoints/user/SetUserConfig.ts';
export { SetUserInfo, type SetUserInfoRequest } from '../endpoints/user/SetUserInfo.ts';
export {
  SetUserVerificationLevel,
  type SetUserVerificationLevelRequest,
} from '../endpoints/user/SetUserVerificationLevel.ts';
export { UnmaskUserConfig, type UnmaskUserConfigRequest } from '../endpoints/user/UnmaskUserConfig.ts';
export {
  UpdateUserAPIKeyWhitelist,
  type UpdateUserAPIKeyWhitelistRequest,
} from '../endpoints/user/UpdateUserAPIKeyWhitelist.ts';
export {
  UpdateUserAffiliateTag,
  type UpdateUserAffiliateTagRequest,
} from '../endpoints/user/UpdateUserAffiliateTag.ts';
export { ValidateCode, type ValidateCodeRequest } from '../endpoints/user/ValidateCode.ts';
export {
  ValidateUserRegistration,
  type ValidateUserRegistrationReply,
  type ValidateUserRegistrationRequest,
} from '../endpoints/user/ValidateUserRegistration.ts';

// Their records
export { AccountBadge } from '../codec/records/AccountBadge.ts';
export { ConfigEntry } from '../codec/records/ConfigEntry.ts';
export { ConfigEntryInput } from '../codec/inputs/ConfigEntryInput.ts';
export { DepositInfo } from '../codec/records/DepositInfo.ts';
export { DepositTemplate } from '../codec/records/DepositTemplate.ts';
export { LoyaltyFeeConfig } from '../codec/records/LoyaltyFeeConfig.ts';
export { QuoteOutcome } from '../codec/records/QuoteOutcome.ts';
export { Role } from '../codec/records/Role.ts';
export { TemplateTypes } from '../codec/records/TemplateTypes.ts';
export { TicketAttachment } from '../codec/records/TicketAttachment.ts';
export { TicketAttachmentReceipt } from '../codec/records/TicketAttachmentReceipt.ts';
export { TicketCommentReceipt } from '../codec/records/TicketCommentReceipt.ts';
export { Transfer } from '../codec/records/Transfer.ts';
export { TransferRequest } from '../codec/records/TransferRequest.ts';
export { TransferRequestAnswer } from '../codec/records/TransferRequestAnswer.ts';
export { UserApiKey } from '../codec/records/UserApiKey.ts';
export { UserConfigInput } from '../codec/inputs/UserConfigInput.ts';
