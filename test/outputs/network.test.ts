import { outputs } from './pasted.ts';

outputs('a look at DNS or a port', {
  'dig-no-record': ['kms.others', 'method=kms', 'kms.record=missing', 'output=no-record'],
  'nslookup-no-record': ['kms.others', 'method=kms', 'kms.record=missing', 'output=no-record'],
  'nslookup-no-record-german': ['kms.others', 'method=kms', 'kms.record=missing', 'output=no-record'],
  'nslookup-record': ['kms.port', 'method=kms', 'kms.record=listed', 'dnsHost=kms01.nordwind.example'],
  'nslookup-record-german': ['kms.port', 'method=kms', 'kms.record=listed', 'dnsHost=kms01.seehafen.example'],
  'nslookup-three-records': ['kms.port', 'method=kms', 'kms.record=listed', 'dnsHost=kms01.seehafen.example'],
  'port-closed-no-ping': ['kms.network', 'method=kms', 'kms.exists=yes', 'kms.port=closed'],
  'port-closed-ping-answers': ['kms.others', 'method=kms', 'kms.exists=yes', 'kms.port=closed', 'kms.network=inside', 'output=port-closed'],
  'port-closed-warning': ['kms.network', 'method=kms', 'kms.exists=yes', 'kms.port=closed'],
  'port-open': ['KMS-01', 'method=kms', 'kms.exists=yes', 'kms.port=open', 'kms.network=inside'],
  'port-open-short': ['KMS-01', 'method=kms', 'kms.exists=yes', 'kms.port=open', 'kms.network=inside'],
  'resolve-dnsname-record': ['kms.port', 'method=kms', 'kms.record=listed', 'dnsHost=kms01.nordwind.example'],
});
