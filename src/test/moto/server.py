"""moto's server with the deletions that its CloudFormation lacks, so that a stack's network can be seen to go away, and with an
Elastic Beanstalk that does nothing but print what a stack would have made of it."""
import json
import sys

from moto.core.common_models import CloudFormationModel
from moto.ec2.models import ec2_backends
from moto.ec2.models.elastic_ip_addresses import ElasticAddress
from moto.ec2.models.flow_logs import FlowLogs
from moto.ec2.models.internet_gateways import InternetGateway
from moto.ec2.models.nat_gateways import NatGateway
from moto.ec2.models.route_tables import RouteTable
from moto.ec2.models.vpcs import VPCEndPoint
from moto.elbv2.models import FakeTargetGroup, elbv2_backends
from moto.server import main


def deleted_by(model, delete, backends=ec2_backends):
    def delete_from_cloudformation_json(cls, resource_name, _json, account_id, region_name):
        delete(backends[account_id][region_name], resource_name)

    model.delete_from_cloudformation_json = classmethod(delete_from_cloudformation_json)


def delete_route_table(backend, table_id):
    for association in list(backend.route_tables[table_id].associations):
        backend.disassociate_route_table(association)
    backend.delete_route_table(table_id)


def delete_internet_gateway(backend, gateway_id):
    gateway = backend.internet_gateways[gateway_id]
    if gateway.vpc:
        backend.detach_internet_gateway(gateway_id, gateway.vpc.id)
    backend.delete_internet_gateway(gateway_id)


def printed(kind, attributes=()):
    """A type of resources that is printed when it is made or goes, and that has these attributes besides its name."""

    class Printed(CloudFormationModel):
        # moto counts instances by the service, the second part of this name.
        __module__ = "moto.elasticbeanstalk.models"

        def __init__(self, name):
            self.physical_resource_id = name

        @staticmethod
        def cloudformation_name_type():
            return ""

        @staticmethod
        def cloudformation_type():
            return kind

        @classmethod
        def has_cfn_attr(cls, attr):
            return attr in attributes

        def get_cfn_attribute(self, attr):
            return self.physical_resource_id + "." + attr.lower() + ".example.com"

        @classmethod
        def create_from_cloudformation_json(cls, name, template, account_id, region_name, **_others):
            print(kind, json.dumps(template["Properties"]), flush=True)
            return cls(name)

        @classmethod
        def delete_from_cloudformation_json(cls, name, _template, _account_id, _region_name):
            print(kind, "deleted", flush=True)

    return Printed


BEANSTALK = [
    printed("AWS::ElasticBeanstalk::Application"),
    printed("AWS::ElasticBeanstalk::ApplicationVersion"),
    printed("AWS::ElasticBeanstalk::Environment", ["EndpointURL"]),
]
deleted_by(RouteTable, delete_route_table)
deleted_by(InternetGateway, delete_internet_gateway)
deleted_by(NatGateway, lambda backend, name: backend.nat_gateways.pop(name))
deleted_by(VPCEndPoint, lambda backend, name: backend.vpc_end_points.pop(name))
deleted_by(FlowLogs, lambda backend, name: backend.flow_logs.pop(name))
deleted_by(ElasticAddress, lambda backend, name: backend.release_address(name))
deleted_by(FakeTargetGroup, lambda backend, arn: backend.target_groups.pop(arn), elbv2_backends)
main(sys.argv[1:])
