/** What the local cloud does with the properties of a resource type; any other property is refused. */
export type KnownType = {
  readonly honoured: readonly string[];
  /** Known to make no difference on one machine. */
  readonly ignored: readonly string[];
  /** The part that runs this type checks the properties itself. */
  readonly checkedByPart?: true;
};

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");
const known = (honoured: string, ignored = ""): KnownType => ({
  honoured: words(honoured),
  ignored: words(ignored),
});
const checkedByPart: KnownType = { honoured: [], ignored: [], checkedByPart: true };

const tableIgnored =
  "BillingMode OnDemandThroughputSpecification ProvisionedThroughput WriteOnDemandThroughputSettings WriteProvisionedThroughputSettings WarmThroughput SSESpecification PointInTimeRecoverySpecification DeletionProtectionEnabled ContributorInsightsSpecification TableClass Tags";

/** Every type the local cloud runs, or may ignore as a whole. */
export const knownTypes: Readonly<Record<string, KnownType>> = {
  "AWS::DynamoDB::Table": known(
    "TableName KeySchema AttributeDefinitions GlobalSecondaryIndexes LocalSecondaryIndexes StreamSpecification TimeToLiveSpecification",
    tableIgnored,
  ),
  "AWS::DynamoDB::GlobalTable": known(
    "TableName KeySchema AttributeDefinitions GlobalSecondaryIndexes LocalSecondaryIndexes StreamSpecification TimeToLiveSpecification Replicas",
    tableIgnored,
  ),
  "AWS::Lambda::Function": known(
    "FunctionName Handler Runtime Code Role Timeout MemorySize Environment DeadLetterConfig PackageType LoggingConfig",
    "Architectures Description TracingConfig EphemeralStorage RecursiveLoop ReservedConcurrentExecutions RuntimeManagementConfig Tags",
  ),
  "AWS::Lambda::EventSourceMapping": checkedByPart,
  "AWS::Lambda::EventInvokeConfig": checkedByPart,
  "AWS::Lambda::Permission": known("Action FunctionName Principal SourceArn SourceAccount"),
  "AWS::IAM::Role": known(
    "RoleName Path AssumeRolePolicyDocument ManagedPolicyArns Policies",
    "Description MaxSessionDuration Tags",
  ),
  "AWS::IAM::Policy": known("PolicyName PolicyDocument Roles"),
  "AWS::IAM::ManagedPolicy": known("ManagedPolicyName Path PolicyDocument Roles", "Description"),
  "AWS::SQS::Queue": checkedByPart,
  "AWS::SQS::QueuePolicy": known("PolicyDocument Queues"),
  "AWS::Events::EventBus": checkedByPart,
  "AWS::Events::Rule": checkedByPart,
  "AWS::Events::Archive": known(
    "SourceArn EventPattern",
    "ArchiveName Description RetentionDays KmsKeyIdentifier",
  ),
  "AWS::Events::EventBusPolicy": known("EventBusName StatementId Statement"),
  "AWS::Scheduler::Schedule": checkedByPart,
  "AWS::Scheduler::ScheduleGroup": known("Name", "Tags"),
  "AWS::ApiGatewayV2::Api": checkedByPart,
  "AWS::ApiGatewayV2::Stage": checkedByPart,
  "AWS::ApiGatewayV2::Route": checkedByPart,
  "AWS::ApiGatewayV2::Integration": checkedByPart,
  "AWS::ApiGatewayV2::Authorizer": checkedByPart,
  // The local issuer stands in for the pool: who may sign in comes from the people file.
  "AWS::Cognito::UserPool": known(
    "",
    "UserPoolName AccountRecoverySetting AdminCreateUserConfig AliasAttributes AutoVerifiedAttributes DeletionProtection DeviceConfiguration EmailConfiguration EmailVerificationMessage EmailVerificationSubject EnabledMfas MfaConfiguration Policies Schema SmsVerificationMessage UserAttributeUpdateSettings UsernameAttributes UsernameConfiguration UserPoolAddOns UserPoolTags UserPoolTier VerificationMessageTemplate WebAuthnRelyingPartyID WebAuthnUserVerification",
  ),
  "AWS::Cognito::UserPoolClient": known(
    "UserPoolId",
    "ClientName GenerateSecret AllowedOAuthFlows AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes CallbackURLs DefaultRedirectURI LogoutURLs SupportedIdentityProviders ExplicitAuthFlows PreventUserExistenceErrors EnableTokenRevocation AccessTokenValidity IdTokenValidity RefreshTokenValidity TokenValidityUnits ReadAttributes WriteAttributes AuthSessionValidity RefreshTokenRotation",
  ),
  "AWS::Cognito::UserPoolDomain": known("Domain UserPoolId", "ManagedLoginVersion"),
  "AWS::Cognito::UserPoolGroup": known("GroupName UserPoolId", "Description Precedence"),
  "AWS::Cognito::UserPoolResourceServer": known("Identifier UserPoolId", "Name Scopes"),
  // Alarms never ring here, so topics deliver nothing; what they name is checked all the same.
  "AWS::SNS::Topic": known(
    "TopicName",
    "DisplayName KmsMasterKeyId Subscription Tags TracingConfig SignatureVersion",
  ),
  "AWS::SNS::TopicPolicy": known("PolicyDocument Topics"),
  "AWS::SNS::Subscription": known(
    "TopicArn Protocol Endpoint",
    "FilterPolicy FilterPolicyScope RawMessageDelivery RedrivePolicy Region",
  ),
  "AWS::CloudWatch::Alarm": known(
    "AlarmActions OKActions InsufficientDataActions Dimensions Namespace Metrics",
    "AlarmName AlarmDescription ActionsEnabled ComparisonOperator DatapointsToAlarm EvaluationPeriods ExtendedStatistic MetricName Period Statistic Tags Threshold TreatMissingData Unit EvaluateLowSampleCountPercentile",
  ),
  "AWS::Logs::LogGroup": known(
    "LogGroupName",
    "RetentionInDays KmsKeyId LogGroupClass Tags DataProtectionPolicy DeletionProtectionEnabled",
  ),
  // The account decides who may use a key (the default key policy), so its roles' policies are the whole truth.
  "AWS::KMS::Key": known("KeySpec KeyUsage KeyPolicy", "Description Enabled PendingWindowInDays Tags"),
  "AWS::S3::Bucket": known(
    "BucketName CorsConfiguration LifecycleConfiguration",
    "BucketEncryption OwnershipControls PublicAccessBlockConfiguration Tags VersioningConfiguration",
  ),
  "AWS::S3::BucketPolicy": known("Bucket PolicyDocument"),
  "AWS::CloudFront::Distribution": known("DistributionConfig", "Tags"),
  "AWS::CloudFront::Function": known("FunctionCode", "AutoPublish FunctionConfig Name"),
  "AWS::CloudFront::OriginAccessControl": known("", "OriginAccessControlConfig"),
  "AWS::CloudFront::ResponseHeadersPolicy": known("ResponseHeadersPolicyConfig"),
  // Files are taken from the assembly itself; the function that copies them in AWS does not run.
  "Custom::CDKBucketDeployment": known(
    "DestinationBucketName DestinationBucketKeyPrefix SourceObjectKeys SourceMarkers SourceMarkersConfig SystemMetadata",
    "DistributionId DistributionPaths OutputObjectKeys Prune RetainOnDelete ServiceToken SourceBucketNames WaitForDistributionInvalidation",
  ),
  "AWS::Lambda::LayerVersion": known(
    "",
    "CompatibleArchitectures CompatibleRuntimes Content Description LayerName",
  ),
  "AWS::CDK::Metadata": known("", "Analytics"),
};
