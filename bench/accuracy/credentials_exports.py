"""导出与专用格式 · Credentials in the formats that programs write themselves: exports, device configuration, protocol logs."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

from bench.accuracy.english_template import find, spare

TEMPLATES = [
    *find(
        "export",
        """
User name,Password,Access key ID,Secret access key,Console login link
«dbuser»,«pwsafe»,«awsid»,«awssecret»,https://123456789012.signin.aws.example/console
""",
        """
AWSAccessKeyId=«awsid»
AWSSecretKey=«awssecret»
""",
        """
AccessKey ID,AccessKey Secret
«aliid»,«alisecret»
""",
        """
"SecretId","SecretKey"
"«txid»","«txsecret»"
""",
        """
name,url,username,password,note
⟦2-4⟧«word»,https://«word».northgate.co.uk/login,«dbuser»,«pwsafe»,
⟦/⟧""",
        """
"Account","Login Name","Password","Web Site","Comments"
⟦2-4⟧"«word»","«dbuser»","«pwsafe»","https://«word».kestrelworks.io",""
⟦/⟧""",
        """
{"items":[{"name":"«word»","login":{"username":"«dbuser»","password":"«pw»","totp":null}},{"name":"VPN","login":{"username":"«dbuser»","password":"«pw»"}}]}
""",
    ),
    *find(
        "device-config",
        """
network={
    ssid="Kestrel-5G"
    psk="«pwsafe»"
    key_mgmt=WPA-PSK
}
""",
        """
WIFI:S:Northgate-Guest;T:WPA;P:«pwsafe»;;
""",
        """
nmcli dev wifi connect Oaktree password «pwsafe»
netsh wlan set profileparameter name=Oaktree keyMaterial=«pwsafe»
""",
        """
hostname edge-«n»
enable password «pwsafe»
username «dbuser» privilege 15 password 0 «pwsafe»
interface Vlan10
 ip address 10.«n».0.1 255.255.255.0
""",
        """
[client]
user=«dbuser»
password=«pw»
host=«dbhost»
""",
        """
# redis.conf
bind 127.0.0.1
requirepass «pwsafe»
masterauth «pwsafe»
""",
        """
[web]
web«n».northgate.internal ansible_user=«dbuser» ansible_password=«pwsafe» ansible_become_pass=«pwsafe»
""",
        """
<AutoLogon>
  <Username>Administrator</Username>
  <Password><Value>«pwsafe»</Value><PlainText>true</PlainText></Password>
</AutoLogon>
""",
        """
auth:
  basic:
    username: «dbuser»
    password: «pwsafe»
  ldap:
    bindDn: cn=reader,dc=corp
    bindPassword: «pwsafe»
""",
        """
{
  "ConnectionStrings": {
    "Default": "«conn»"
  },
  "Jwt": { "Issuer": "kestrel", "Key": "«hex32»" }
}
""",
        """
db_password = "«pwsafe»"
admin_user  = "«dbuser»"
region      = "cn-hangzhou"
access_key  = "«aliid»"
secret_key  = "«alisecret»"
""",
        """
cos:
  secret-id: «txid»
  secret-key: «txsecret»
  region: ap-guangzhou
oss.accessKeyId=«aliid»
oss.accessKeySecret=«alisecret»
""",
        """
wx:
  appid: wx1a2b3c4d5e6f7«n3»
  secret: «wxsecret»
wechat.mp.app-secret=«wxsecret»
""",
    ),
    *find(
        "protocol-log",
        """
220 ftp.northgate.co.uk ready
USER «dbuser»
331 Password required
PASS «pwsafe»
230 Login successful
""",
        """
POST /login HTTP/1.1
Host: portal.northgate.co.uk
Content-Type: application/x-www-form-urlencoded

username=«dbuser»&password=«pwsafe»&remember=1
""",
        """
GET /api/v2/«word» HTTP/1.1
Host: api.northgate.co.uk
Authorization: Bearer «bearer»
X-Request-Id: «uuid»
User-Agent: curl/8.«n».0
""",
        """
{"level":"debug","msg":"request","headers":{"authorization":"Bearer «bearer»","x-forwarded-for":"«ip»"},"body":{"user":"«dbuser»","password":"«pwsafe»"}}
""",
        """
telnet> open 192.168.1.1
login: «dbuser»
Password: «pwsafe»
Welcome.
""",
        """
spawn ssh «dbuser»@«dbhost»
expect "password:"
send "«pwsafe»\\r"
""",
    ),
    *spare(
        "export-empty",
        """
User name,Password,Access key ID,Secret access key,Console login link
«dbuser»,,,,https://123456789012.signin.aws.example/console
""",
        """
name,url,username,password,note
⟦2-4⟧«word»,https://«word».northgate.co.uk/login,«dbuser»,********,
⟦/⟧""",
        """
network={
    ssid="Cafe"
    key_mgmt=NONE
}
WIFI:S:Cafe;T:nopass;;
""",
        """
telnet> open 192.168.1.1
login: guest
Password:
Login incorrect
""",
        """
220 ready
USER anonymous
331 Password required
PASS ********
530 Login incorrect.
""",
        """
username «dbuser» secret 5 <removed>
snmp-server community <removed> RO
enable secret <removed>
password encryption aes
no ip http server
""",
        """
# requirepass foobared
# masterauth <master-password>
# bind 127.0.0.1 ::1
""",
        """
{"level":"info","headers":{"authorization":"[REDACTED]","cookie":"[REDACTED]"},"body":{"password":"***","token":"***"},"id":"«uuid»"}
""",
        """
+------------+-----------+--------------+
| user       | password  | last_changed |
+------------+-----------+--------------+
| «dbuser»   | ********  | «day» |
+------------+-----------+--------------+
""",
    ),
]
