# The steps of cloudformation/arcline, which sets: stack image template url dry_run yes delete_data given.

stop() {
    echo "arcline: $*" >&2
    exit 2
}
say() { echo "==> $*"; }

# Runs a command that changes something, or in a dry run only says what it would have been for.
change() {
    local what=$1
    shift
    if $dry_run; then
        say "would $what"
    else
        say "$what"
        "$@"
    fi
}

agreed() {
    $dry_run || $yes || {
        [ -t 0 ] || stop "this would $1; say --yes to do it, or --dry-run to see it"
        read -r -p "This will $1. Type the stack's name to go on: " answer
        [ "$answer" = "$stack" ] || stop "nothing was changed"
    }
}

account() { # whose account and which region: most mistakes are here
    region=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}
    [ -n "$region" ] || stop "no region: say --region eu-west-1, or: aws configure set region eu-west-1"
    export AWS_REGION=$region AWS_DEFAULT_REGION=$region
    account_id=$(aws sts get-caller-identity --query Account --output text) ||
        stop "the AWS CLI cannot sign in; aws configure, or aws sso login"
    say "account $account_id, region $region, stack $stack"
}

# ---- parameters ----

declared() { awk '/^Parameters:/ {on = 1; next} /^[A-Za-z]/ {on = 0} on && /^  [A-Za-z]+:$/ {sub(":", ""); print $1}' "$template"; }
of_parameter() { # of_parameter NAME KEY: what the template says about a parameter
    awk -v name="  $1:" -v key="    $2: " '
        $0 == name {on = 1; next}
        on && /^  [A-Za-z]/ {exit}
        on && index($0, key) == 1 {value = substr($0, length(key) + 1); print value; exit}' "$template"
}

check() { # check NAME VALUE: refuses what CloudFormation would refuse, before anything is built
    local pattern allowed least most
    declared | grep -qx "$1" || stop "$(basename "$template") has no parameter $1"
    pattern=$(of_parameter "$1" AllowedPattern)
    if [ -n "$pattern" ] && ! [[ $2 =~ $pattern ]]; then
        stop "$(of_parameter "$1" ConstraintDescription)"
    fi
    allowed=$(of_parameter "$1" AllowedValues)
    if [ -n "$allowed" ] && ! tr -d "[]'," <<<"$allowed" | tr ' ' '\n' | grep -qxF -- "$2"; then
        stop "$1 must be one of $(tr -d "[]'" <<<"$allowed")."
    fi
    if [ "$(of_parameter "$1" Type)" = Number ]; then
        least=$(of_parameter "$1" MinValue) most=$(of_parameter "$1" MaxValue)
        [[ $2 =~ ^[0-9]{1,9}$ ]] && [ "$2" -ge "${least:-0}" ] && [ "$2" -le "${most:-999999999}" ] ||
            stop "$1 must be a number from ${least:-0} to ${most:-999999999}."
    fi
}

collect() { # the parameters that were given, checked, into the array "parameters" as Name=value
    local pair name value
    parameters=()
    for pair in TwilioAccountSid:TWILIO_ACCOUNT_SID TwilioAuthToken:TWILIO_AUTH_TOKEN TwilioPhoneNumber:TWILIO_PHONE_NUMBER \
        Domain:DOMAIN DatabaseUrl:DATABASE_URL SupabaseUrl:SUPABASE_URL SupabaseAnonKey:SUPABASE_ANON_KEY \
        AssistantProvider:ASSISTANT_PROVIDER AssistantBaseUrl:ASSISTANT_BASE_URL AssistantModel:ASSISTANT_MODEL \
        AssistantApiKey:ASSISTANT_API_KEY PerplexityApiKey:PERPLEXITY_API_KEY OperatorSignIn:OPERATOR_SIGN_IN \
        OidcDiscoveryUrl:OIDC_DISCOVERY_URL OidcClientId:OIDC_CLIENT_ID OidcClientSecret:OIDC_CLIENT_SECRET Settings:SETTINGS; do
        name=${pair%%:*} value=${pair##*:}
        if [ -n "${!value-}" ] && declared | grep -qx "$name" && [[ " ${given[*]-} " != *" $name="* ]]; then
            given+=("$name=${!value}")
        fi
    done
    for pair in ${given[@]+"${given[@]}"}; do
        check "${pair%%=*}" "${pair#*=}"
        parameters+=("$pair")
    done
}

value_of() { # the value that was given for a parameter, or nothing
    local pair
    for pair in ${parameters[@]+"${parameters[@]}"}; do
        [ "${pair%%=*}" != "$1" ] || echo "${pair#*=}"
    done
}

needed() { # a parameter without a default, when the stack is new
    local name
    for name in $(declared); do
        if [ -z "$(of_parameter "$name" Default)" ] && [ -z "$(value_of "$name")" ]; then
            stop "$name is needed: $(of_parameter "$name" ConstraintDescription)"
        fi
    done
    declared | grep -qx SecretArn || return 0
    if [ -z "$(value_of SecretArn)" ]; then
        [ -n "$(value_of TwilioAuthToken)" ] || stop "TwilioAuthToken is needed, or SecretArn with it inside."
        case $(value_of Database) in
            rds | aurora) ;;
            *) [ -n "$(value_of DatabaseUrl)" ] || stop "DatabaseUrl is needed, or Database=rds or Database=aurora, or SecretArn." ;;
        esac
    fi
}

show_parameters() {
    local pair
    for pair in ${parameters[@]+"${parameters[@]}"}; do
        if [ "$(of_parameter "${pair%%=*}" NoEcho)" = true ]; then
            echo "    ${pair%%=*}=(secret)"
        else
            echo "    $pair"
        fi
    done
}

parameters_json() { # no value can hold a quote or a backslash: the patterns see to it
    local name previous value comma=''
    printf '['
    previous=''
    [ "$state" = none ] ||
        previous=$(aws cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].Parameters[].ParameterKey' --output text)
    for name in $(declared); do
        value=$(value_of "$name")
        if [[ " ${parameters[*]-} " == *" $name="* ]]; then
            printf '%s{"ParameterKey":"%s","ParameterValue":"%s"}' "$comma" "$name" "$value"
        elif grep -qw "$name" <<<"$previous"; then
            printf '%s{"ParameterKey":"%s","UsePreviousValue":true}' "$comma" "$name"
        else
            continue
        fi
        comma=,
    done
    printf ']'
}

# ---- the image ----

find_engine() {
    local candidate
    for candidate in ${CONTAINER_ENGINE:-docker podman buildah}; do
        if command -v "$candidate" >/dev/null && "$candidate" info >/dev/null 2>&1; then
            engine=$candidate
            return
        fi
    done
    ! command -v docker >/dev/null || stop "Docker is not running: start Docker Desktop, or: sudo systemctl start docker"
    stop "no docker, podman or buildah to build the image with; or give one by --image"
}

ensure_image() { # sets "image", and builds and pushes it where the registry does not have it
    local repository registry tag dirty=''
    [ -z "$image" ] || return 0
    repository=$(value_of RepositoryName)
    repository=${repository:-arcline}
    registry=$account_id.dkr.ecr.$region.amazonaws.com
    [ -z "$(git -C "$here" status --porcelain)" ] || dirty=-$(date -u +%Y%m%d%H%M%S)
    tag=$(git -C "$here" rev-parse --short=12 HEAD)$dirty
    image=$registry/$repository:$tag
    $dry_run || find_engine
    if ! aws ecr describe-repositories --repository-names "$repository" >/dev/null 2>&1; then
        change "make the repository $repository in ECR" aws ecr create-repository --repository-name "$repository" \
            --image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true --output text --query repository.repositoryUri
    fi
    if aws ecr describe-images --repository-name "$repository" --image-ids "imageTag=$tag" >/dev/null 2>&1; then
        say "the image $image is there already"
        return
    fi
    case $(value_of Database) in rds | aurora) change "fetch Amazon's certificates of databases" fetch_certificates ;; esac
    change "build the image $image" build_image
    change "sign in to $registry" sign_in
    change "push the image" "${engine-}" push "$image"
}

fetch_certificates() {
    local folder=$here/../src/main/container/certificates
    curl -fsSL --retry 3 -o "$folder/rds.pem.part" "${RDS_BUNDLE_URL:-https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem}"
    mv "$folder/rds.pem.part" "$folder/rds.pem"
}

build_image() {
    local platform=linux/amd64 liberty arguments=()
    [ "$(value_of Architecture)" != ARM64 ] || platform=linux/arm64
    # The base as it is today, by its digest: this and what runs are the same to the bit.
    liberty=$(sed -n 's/^ARG LIBERTY=//p' "$here/../Containerfile")
    if [ "$engine" != buildah ]; then
        "$engine" pull --platform "$platform" "$liberty"
        liberty=$("$engine" image inspect --format '{{index .RepoDigests 0}}' "$liberty")
    fi
    arguments=(--platform "$platform" --file "$here/../Containerfile" --tag "$image" --build-arg "LIBERTY=$liberty"
        --build-arg "BASE_DIGEST=${liberty##*@}" --build-arg "REVISION=$(git -C "$here" rev-parse HEAD)" --build-arg "VERSION=${image##*:}")
    [ "$(value_of OperatorSignIn)" != openid ] || arguments+=(--build-arg OPERATOR_SIGN_IN=openid)
    "$engine" build "${arguments[@]}" "$here/.."
}

sign_in() { aws ecr get-login-password | "$engine" login --username AWS --password-stdin "${image%%/*}"; }

# ---- the stack ----

stack_status() { aws cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].StackStatus' --output text 2>/dev/null || echo none; }

ensure_service_role() {
    [ "$(aws iam list-roles --path-prefix /aws-service-role/ecs.amazonaws.com/ --query 'length(Roles)' --output text)" != 0 ] ||
        change "make the role that ECS works with" aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com \
            --query Role.Arn --output text
}

templates_bucket() { echo "$stack-templates-$account_id-$region"; }

upload_template() { # sets template_url; a template of this size has to come from S3
    local bucket key
    bucket=$(templates_bucket)
    key=$(basename "$template" .yaml)-$(sha256sum "$template" | cut -c1-16).yaml
    if ! aws s3api head-bucket --bucket "$bucket" >/dev/null 2>&1; then
        aws s3 mb "s3://$bucket" >/dev/null
        aws s3api put-public-access-block --bucket "$bucket" --public-access-block-configuration \
            BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
    fi
    aws s3 cp --only-show-errors "$template" "s3://$bucket/$key"
    template_url=https://$bucket.s3.$region.amazonaws.com/$key
    [ -z "${AWS_ENDPOINT_URL-}" ] || template_url=$AWS_ENDPOINT_URL/$bucket/$key
}

explain_failure() {
    echo "arcline: the stack is $(stack_status). What failed first:" >&2
    aws cloudformation describe-stack-events --stack-name "$stack" --output text \
        --query 'reverse(StackEvents[?ends_with(ResourceStatus, `_FAILED`)])[:5].[LogicalResourceId,ResourceStatusReason]' >&2 || true
    echo "arcline: docs/aws.md, Troubleshooting, has these messages. Run the same command again afterwards." >&2
    exit 1
}

create_or_update() {
    local answer
    file=$(mktemp)
    trap 'rm -f "$file"' EXIT
    parameters_json >"$file"
    upload_template
    if [ "$state" = none ]; then
        aws cloudformation create-stack --stack-name "$stack" --template-url "$template_url" --parameters "file://$file" \
            --capabilities CAPABILITY_IAM --tags Key=application,Value=arcline --query StackId --output text
        aws cloudformation wait stack-create-complete --stack-name "$stack" || explain_failure
    elif answer=$(aws cloudformation update-stack --stack-name "$stack" --template-url "$template_url" --parameters "file://$file" \
        --capabilities CAPABILITY_IAM --tags Key=application,Value=arcline --query StackId --output text 2>&1); then
        aws cloudformation wait stack-update-complete --stack-name "$stack" || explain_failure
    elif [[ $answer == *"No updates are to be performed"* ]]; then
        say "nothing to change: the stack is as asked for"
    else
        echo "$answer" >&2
        exit 1
    fi
}

settle() { # brings a stack that an earlier run left in between to where it can be created or updated; sets "state"
    state=$(stack_status)
    case $state in
        none | CREATE_COMPLETE | UPDATE_COMPLETE | UPDATE_ROLLBACK_COMPLETE) return ;;
        *_CLEANUP_IN_PROGRESS | *_COMPLETE_CLEANUP_IN_PROGRESS) ;;
        CREATE_IN_PROGRESS) change "wait for the creation that is under way" aws cloudformation wait stack-create-complete --stack-name "$stack" || true ;;
        UPDATE_IN_PROGRESS) change "wait for the update that is under way" aws cloudformation wait stack-update-complete --stack-name "$stack" || true ;;
        DELETE_IN_PROGRESS) change "wait for the deletion that is under way" aws cloudformation wait stack-delete-complete --stack-name "$stack" ;;
    esac
    state=$(stack_status)
    case $state in
        ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED | REVIEW_IN_PROGRESS | DELETE_FAILED)
            change "delete what is left of a stack that was never finished ($state)" delete_stack ;;
        UPDATE_ROLLBACK_FAILED)
            change "finish the way back from an update that failed" aws cloudformation continue-update-rollback --stack-name "$stack"
            $dry_run || aws cloudformation wait stack-rollback-complete --stack-name "$stack" ;;
    esac
    state=$(stack_status)
}

delete_stack() {
    aws cloudformation delete-stack --stack-name "$stack"
    aws cloudformation wait stack-delete-complete --stack-name "$stack"
}

output() { aws cloudformation describe-stacks --stack-name "$stack" --output text --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue"; }

show_outputs() {
    local outputs warning
    outputs=$(aws cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text)
    while IFS=$'\t' read -r key value; do printf '    %-24s %s\n' "$key" "$value"; done <<<"$outputs"
    warning=$(sed -n 's/^Warning\t//p' <<<"$outputs")
    if [ -n "$warning" ] && [ "$warning" != none ]; then
        printf '\n!!! %s\n' "$warning"
    fi
}

# ---- the commands ----

deploy() {
    collect
    [ -z "$(value_of ImageUri)" ] || image=$(value_of ImageUri)
    [ -z "$image" ] || [ "$image" = same ] || check ImageUri "$image"
    account
    settle
    if [ "$state" = none ]; then
        [ "$image" != same ] || stop "there is no stack $stack whose image could stay the same"
        parameters+=("ImageUri=${image:-to-be-built}")
        needed
        unset 'parameters[-1]'
    fi
    [ "$(basename "$template")" != fargate.yaml ] || ensure_service_role
    ensure_image
    [ -n "$(value_of ImageUri)" ] || [ "$image" = same ] || parameters+=("ImageUri=$image")
    show_parameters
    if [ "$state" = none ]; then
        change "create the stack $stack from $(basename "$template"); it takes about ten minutes" create_or_update
    else
        change "update the stack $stack from $(basename "$template")" create_or_update
    fi
    $dry_run || status
}

status() {
    [ -n "${account_id-}" ] || account
    state=$(stack_status)
    say "the stack is $state"
    [ "$state" = none ] || show_outputs
}

retained() { # what stays when the stack is deleted: type and id of each
    aws cloudformation describe-stack-resources --stack-name "$stack" --output text \
        --query "StackResources[?LogicalResourceId=='AccessLogs'||LogicalResourceId=='LogGroup'||LogicalResourceId=='Key'].[ResourceType,PhysicalResourceId]"
}

databases() {
    aws cloudformation describe-stack-resources --stack-name "$stack" --output text \
        --query "StackResources[?LogicalResourceId=='DatabaseInstance'||LogicalResourceId=='DatabaseCluster'].[ResourceType,PhysicalResourceId]"
}

teardown() {
    local kept='' stored=''
    account
    state=$(stack_status)
    if [ "$state" != none ]; then
        kept=$(retained) stored=$(databases)
        [ -z "$kept$stored" ] || { echo "    holding data:"; sed '/^$/d; s/^/      /' <<<"$kept"$'\n'"$stored"; }
        if $delete_data; then
            agreed "delete the stack $stack AND ITS LOGS AND ITS DATABASE"
        else
            agreed "delete the stack $stack; its logs, their key and a snapshot of its database stay"
        fi
        [ -z "$stored" ] || change "let the database be deleted, with a last snapshot" unprotect "$stored"
        change "delete the stack $stack" delete_stack
    else
        say "there is no stack $stack"
    fi
    if $delete_data && [ -n "$kept$stored" ]; then
        change "delete the logs, the snapshot and the key" delete_kept "$kept" "$stored"
    fi
    if aws s3api head-bucket --bucket "$(templates_bucket)" >/dev/null 2>&1; then
        change "delete the bucket of templates" aws s3 rb --force "s3://$(templates_bucket)"
    fi
    if $delete_data && aws ecr describe-repositories --repository-names arcline >/dev/null 2>&1; then
        change "delete the repository arcline in ECR with its images" aws ecr delete-repository --repository-name arcline --force \
            --query repository.repositoryUri --output text
    fi
}

unprotect() {
    local type id
    while read -r type id; do
        case $type in
            *DBInstance) aws rds modify-db-instance --db-instance-identifier "$id" --no-deletion-protection --apply-immediately >/dev/null ;;
            *DBCluster) aws rds modify-db-cluster --db-cluster-identifier "$id" --no-deletion-protection --apply-immediately >/dev/null ;;
        esac
    done <<<"$1"
}

empty_bucket() {
    local versions
    aws s3 rm --recursive --only-show-errors "s3://$1"
    while versions=$(aws s3api list-object-versions --bucket "$1" --max-items 500 --output json \
        --query '{Objects: [Versions, DeleteMarkers][][].{Key: Key, VersionId: VersionId}}') && grep -q '"Key"' <<<"$versions"; do
        aws s3api delete-objects --bucket "$1" --delete "$versions" >/dev/null
    done
}

delete_kept() {
    local type id
    while read -r type id; do
        case $type in
            AWS::S3::Bucket) empty_bucket "$id"; aws s3api delete-bucket --bucket "$id" ;;
            AWS::Logs::LogGroup) aws logs delete-log-group --log-group-name "$id" ;;
            AWS::KMS::Key) aws kms schedule-key-deletion --key-id "$id" --pending-window-in-days 7 --query DeletionDate --output text ;;
            AWS::RDS::DBInstance)
                for id in $(aws rds describe-db-snapshots --db-instance-identifier "$id" --snapshot-type manual --query 'DBSnapshots[].DBSnapshotIdentifier' --output text); do
                    aws rds delete-db-snapshot --db-snapshot-identifier "$id" >/dev/null
                done ;;
            AWS::RDS::DBCluster)
                for id in $(aws rds describe-db-cluster-snapshots --db-cluster-identifier "$id" --snapshot-type manual --query 'DBClusterSnapshots[].DBClusterSnapshotIdentifier' --output text); do
                    aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier "$id" >/dev/null
                done ;;
        esac
    done <<<"$2"$'\n'"$1"
}

# ---- Twilio ----

twilio() { # twilio PATH [curl's arguments]; the token goes by standard input, not by the command line
    local path=$1
    shift
    printf 'user = "%s:%s"\n' "$TWILIO_ACCOUNT_SID" "$TWILIO_AUTH_TOKEN" |
        curl -fsS -K - "$@" "${TWILIO_API_URL:-https://api.twilio.com}/2010-04-01/Accounts/$TWILIO_ACCOUNT_SID/$path"
}

field() { grep -o "\"$1\": *\"[^\"]*\"" | head -1 | sed 's/^[^:]*: *"//; s/"$//; s#\\/#/#g'; }

webhook() {
    local address number numbers sid
    : "${TWILIO_ACCOUNT_SID:?is needed}" "${TWILIO_AUTH_TOKEN:?is needed}" "${TWILIO_PHONE_NUMBER:?is needed}"
    if [ -z "$url" ]; then
        account
        [ "$(stack_status)" != none ] || stop "there is no stack $stack; deploy it first, or say --url"
        url=$(output Url)
    fi
    [[ $url =~ ^https://[a-z0-9.-]+$ ]] || stop "Twilio needs an address with https://, and this is $url; see the stack's output Warning"
    address=$url/twiml
    numbers=$(twilio IncomingPhoneNumbers.json -G --data-urlencode "PhoneNumber=$TWILIO_PHONE_NUMBER") ||
        stop "Twilio does not take TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"
    sid=$(grep -o '"sid": *"PN[0-9a-f]*"' <<<"$numbers" | head -1 | field sid || true)
    [ -n "$sid" ] || stop "this account has no number $TWILIO_PHONE_NUMBER"
    number=$(field voice_url <<<"$numbers" || true)
    if [ "$number" = "$address" ]; then
        say "$TWILIO_PHONE_NUMBER has $address already"
        return
    fi
    agreed "have $TWILIO_PHONE_NUMBER ask $address instead of ${number:-nothing}"
    change "have $TWILIO_PHONE_NUMBER ask $address instead of ${number:-nothing}" set_webhook "$sid" "$address"
}

set_webhook() {
    twilio "IncomingPhoneNumbers/$1.json" --data-urlencode "VoiceUrl=$2" --data-urlencode VoiceMethod=POST \
        --data-urlencode "SmsUrl=${2%/twiml}/sms" --data-urlencode SmsMethod=POST >/dev/null
}
