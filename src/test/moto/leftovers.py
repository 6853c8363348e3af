"""Prints what an account holds besides what every account has, a line each: the kind and its names."""
import boto3

REGION = "eu-west-1"


def client(name):
    return boto3.client(name, region_name=REGION)


ec2, iam = client("ec2"), client("iam")
HELD = {
    "vpc": [vpc["VpcId"] for vpc in ec2.describe_vpcs()["Vpcs"] if not vpc["IsDefault"]],
    "address": [address["PublicIp"] for address in ec2.describe_addresses()["Addresses"]],
    "nat": [nat["NatGatewayId"] for nat in ec2.describe_nat_gateways()["NatGateways"]],
    "endpoint": [endpoint["VpcEndpointId"] for endpoint in ec2.describe_vpc_endpoints()["VpcEndpoints"]],
    "flow log": [log["FlowLogId"] for log in ec2.describe_flow_logs()["FlowLogs"]],
    "group": [group["GroupName"] for group in ec2.describe_security_groups()["SecurityGroups"] if group["GroupName"] != "default"],
    "balancer": [balancer["LoadBalancerName"] for balancer in client("elbv2").describe_load_balancers()["LoadBalancers"]],
    "targets": [group["TargetGroupName"] for group in client("elbv2").describe_target_groups()["TargetGroups"]],
    "role": [role["RoleName"] for role in iam.list_roles()["Roles"] if not role["Path"].startswith("/aws-service-role/")],
    "topic": [topic["TopicArn"] for topic in client("sns").list_topics()["Topics"]],
    "dashboard": [board["DashboardName"] for board in client("cloudwatch").list_dashboards()["DashboardEntries"]],
    "log group": [group["logGroupName"] for group in client("logs").describe_log_groups()["logGroups"]],
    "bucket": [bucket["Name"] for bucket in client("s3").list_buckets()["Buckets"]],
    "repository": [found["repositoryName"] for found in client("ecr").describe_repositories()["repositories"]],
    "stack": [stack["StackName"] for stack in client("cloudformation").describe_stacks()["Stacks"]],
}
for kind, names in HELD.items():
    if names:
        print(kind + ": " + " ".join(names))
