"""中英混排 · Chinese data in English sentences, foreign data in Chinese ones, often with no blank between."""

from __future__ import annotations

from bench.accuracy.english_template import find, spare

FOUND = [
    *find(
        "relocation-mail",
        """
Hi team,

Our new colleague «name» «joins|starts» on «day». For the «residence permit|lab badge|dormitory» please use:
ID card: «id»
Mobile: «mobile»
Home address: «addr»
Bank card (ICBC): «bank»

Thanks, «first»
""",
        """
FYI «name»'s «ID number is|身份证是» «id», phone «mobile», WeChat «wechat».
""",
        """
Guest list for the «gala|workshop»:
⟦2-5⟧№. «name» / «id» / «mobile»
⟦/⟧Bus plate: «plate»
""",
        """
Name (Chinese): «name»
Chinese passport: «cnpass»
HK & Macau permit: «permit»
Emergency contact: «name», «mobile»
QQ: «qq»
""",
        """
The landlord is «name» (tel «mobile»), flat at «addr». Deposit goes to card «bank».
""",
        """
Supplier form — legal rep. «name», unified social credit code «uscc», mobile «mobile», e-mail «mail».
""",
        """
Driver: «name», plate no. «plate», phone: «mobile». Pick-up at T«2|3» on «day».
""",
        """
Case note: complainant says the caller used QQ «qq» and WeChat ID «wechat»; money went to UnionPay «bank».
""",
        """
Home visit on «day»: grandmother 王奶奶 lives at «addr», home phone «homeline».
""",
    ),
    *find(
        "chinese-with-foreign",
        """
请联系外籍教师«first»，电话«phone»，邮箱«mail»，护照号«passport»。
""",
        """
客户«person»的信用卡«card»已过期，请发邮件至«mail»通知本人。
""",
        """
学生«name»在美SSN为«ssn»，英国NINO是«nino»，欧元收款IBAN：«iban»。
""",
        """
登录异常：用户«mail»于«day»从IP地址«ip»登录，设备MAC«mac»。
""",
        """
捐款钱包地址«wallet»，联系微信«wechat»，QQ«qq»。
""",
        """
海外直邮收件人：«person»，手机«phone»；国内代收：«name»，«mobile»，«addr»。
""",
        """
email是«mail»，手机是«mobile»，微信同号。
""",
        """
护照«cnpass»、通行证«permit»请在出发前三天发给导游«name»(«mobile»)。
""",
        """
本次服务器地址«ip»，数据库«conn»，root密码«pw»。
""",
        """
请把GITHUB_TOKEN设为«gh»，AWS的key是«awsid»，secret是«awssecret»。
""",
        """
我的token是«tokalone»，可以直接用。
""",
        lang="mixed",
    ),
    *find(
        "bilingual-form",
        """
姓名 Name：«name»    性别 Sex：«男 M|女 F»
身份证号 ID No.：«id»
手机 Mobile：«mobile»    邮箱 E-mail：«mail»
住址 Address：«addr»
""",
        """
| 序号 No. | 姓名 Name | 证件号 ID/Passport | 电话 Tel |
|---|---|---|---|
⟦2-4⟧| № | «name» | «@id|@cnpass|@id» | «mobile» |
⟦/⟧""",
        """
Name,姓名,Mobile,开户行,卡号
⟦2-5⟧«first»,«name»,«mobile»,中国银行,«bank»
⟦/⟧""",
        """
Visitor registration 访客登记
⟦2-4⟧«name»  «mobile»  «plate»  visiting «Dr |Mr »«last»
⟦/⟧""",
        lang="mixed",
    ),
]

SPARED = [
    *spare(
        "mixed-notice",
        """
Kestrel Works（中国）有限公司 Kestrel Works China
客服热线 Hotline：«office»    邮箱 E-mail：«role»
订单号 Order No.：«order»    运单号 Tracking：«order»
营业时间 Opening hours: 9:00–18:00
""",
        """
请登录 https://www.example.com 查询，验证码 6 digits，token 有效期 30 min，如有疑问请拨打«office»。
""",
        """
ISBN «isbn»，定价 ¥«n».00，CIP 数据核字(2023)第«n5»号。版本 v«ver»，SHA-256：«sha256»。
""",
        """
编号 «notid» 为物料流水号，not an ID card number; batch «digits18»，件号 «part»。
""",
        """
已脱敏 masked：姓名 «王*|李**|张*明»，手机 «masked»，卡号 «masked»。
""",
        """
本公司 IT 服务台 service desk：«role»，服务器内网地址 «qip»，文档示例 «exmail»。
""",
        """
API 文档：请求头 Authorization: Bearer <token>，appSecret 填写 «hole»，示例密钥 «samplekey»。
""",
        """
新版 App v«ver» 支持 password-free 登录：密码输入框改为 passkey。Changelog: 修复 token 过期问题 (#«n3»)。
""",
        """
测试卡 Test card: «samplecard»，CVV 123，有效期 12/30，仅限 sandbox。
""",
        """
GPS «coord»；气压 1013.«n» hPa；时间戳 «epochms»；CPU i7-«n3»«n»0；货号 «part»。
""",
        lang="mixed",
    ),
]

TEMPLATES = [*FOUND, *SPARED]
