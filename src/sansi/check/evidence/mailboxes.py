"""公务邮箱 · Which mailboxes belong to a body or to nobody, and which to a person.

A body's mailbox is named for a task (service@, xxgk@); a person's for the person. The words below
are tasks, departments and their usual pinyin, gathered from how offices, schools and companies name
their boxes; none of them is a surname standing alone.
"""

from __future__ import annotations

import re

from sansi.check.evidence.quick import quick

# Tasks and departments in English, whole words.
_TASKS = """
bidding tender tendering bids
abuse access accessibility accounting accountspayable accounts admin administration administrator admissions admission
ads adv
advertising advertise affairs affiliates agency agent alert alerts alumni amministrazione answers api app apply
application
applications appointment appointments archive archives ask assist assistance audit auth automated autoreply award awards
backup
bb bd billing board book booking bookings bot bounce bounces brand branding broadcast business busdev buyers bz
callcenter
campaign campus career careers cargo catering ceo-office cert channel charity chat chief ci cio claims client clients
club cms
comments committee commercial communication communications community company compliance comms complaints concierge
conference
conf connect consult consulting consular consulate contact contacts contactus content cooperation coop copyright corp
corporate
council courses covid credit crew csr csirt ctf customer customercare customers customerservice customersupport cs
daemon data
dataprotection dept dealer dean delivery demo department deploy design desk dev developer developers devnull devops
digest
director dispatch dns do-not-reply docs donate donation donations donotreply dpo ecommerce edit editor editorial editors
edu
education ehs email embassy emergency employment engineering enquire enquiries enquiry equality error errors esg ethics
event
events exam exams executive exhibition expo export external faculty facilities faq feedback finance flights foi foia
forum
foundation fraud freight frontdesk fundraising gallery gdpr general git github gitlab global go government grants
graduate group
guest guestservices health hello help helpdesk helpline hi hiring home hospital host hostmaster hotel hotline housing hr
human-resources humanresources icann idea ideas import inbox incident info infos information infodesk infosec ingest
inquire
inquiries inquiry insurance integrity intern internal international interns internship internships invest investor
investorrelations investors invoice invoices invoicing ir it ithelp itsupport job jobs join kontakt lab labs leasing
legal
letters lib library licence license licensing list lists listserv live loan loans logistics mail mailbox mailer
mailer-daemon
mailman maintainer maintainers maintenance majordomo manager management market marketing me-office media mediarelations
member members membership merch meta minister moderator monitor museum news newsdesk newsletter newsletters newsroom
no-reply
noc noreply notice notices notification notifications notify office officemanager official online ooo opensource
operations
operator ops order orders org organizer organisers organizers osint outreach owner parking partner partners partnership
partnerships passport patent patients payable payment payments payroll permits pilot planning platform podcast police
policy
post postmaster pr premium president-office press pressoffice principal-office print privacy proc procurement product
products
program programme programmes project projects promo promotions property provost psirt public publications publicity
publicrelations publisher purchase purchasing qa qc quality queries query questions quote quotes receipts reception
receptionist
records recruit recruiter recruiting recruitment redaktion refund refunds register registrar registration registry
relations
remove rent rental rentals reply report reporter reporting reports request requests research reservation reservations
reserve
resources responses result results retail returns reviews rma robot root rsvp safe safety sale sales salesteam schedule
scholarship scholarships school science secretariat secretary security sec sekretariat seller sendmail seo server
service
servicedesk services shipping shop show signup site smtp social socialmedia soc software spam speakers sponsor sponsors
sponsorship spam staff standards startup statistics status stats stock store stories student students studio study
submission
submissions submit subscribe subscription subscriptions success suggest suggestion suggestions suggestionbox supplier
suppliers
supply support supports survey sustainability sysadmin system systems talent talents tax team teams tech technical
techsupport
tenders test tester testing ticket tickets tips tour tourism tours track tracking trade trademark training trainings
transport
travel treasurer treasury trial tv undergrad union unsubscribe update updates url usenet user users ux vc vendor vendors
verify
video vip visa visas visit visitor visitors voice volunteer volunteers vote warehouse warranty web webadmin webinar
webmaster
webmail webteam wedding weekly welcome whistleblower whistleblowing wholesale wiki workshop workshops www youth
atencion bewerbung buchhaltung contacto datenschutz empfang info-cn kundenservice presse rechnung rrhh soporte ventas
vertrieb
"""
# The same in pinyin, whole words and the usual initials of departments.
_PINYIN = """
yzzx xxgkb wlzx xzzx fwrx zwdt
bangongshi bangongting bgs bgt ban banzi xxgk xinxigongkai xinxi xinxizhongxin xxzx xxb xxk xinfang xf xfj xfb jubao
jbzx jiandu jdjb jdj
jiancha jcw jcj jiwei jw jjjc jjz dangban dangwei dangjian djb dzb dzz dwbgs dwb xuanchuan xcb xck xcj xwzx xinwen xwb
xwbgs xwfb xwk
zuzhi zzb zzbgs zgb tongzhan tzb renshi rsc rsk rsj rss rsb rencai rcb rczx rcy zhaopin zp zpb jiaowu jwc jwk jwb jwxt
jxb jxk jxc jiaoxue
xsc xsk xgb xgc xgk xueshengchu xuegong yjs yjsy yjsc yjsb yzb yz yzxx zsb zsjy zsjyc zsc zhaosheng zsbgs jyzx jyb jiuye
jybys cwc cwk cwb cws cwzx
caiwu caigou cgb cgzx cgk hqc hqb hqjt houqin zcc zcglc zcb gzc gjc guoji wsc wsb waishi wb gat kyc kyb kjc kjk keji
keyan kxb
tsg tushuguan dag dangan baowei bwc bwk bwb bmc bmb baomi tw tuanwei twxsh xsh xueshenghui gh gonghui xbbjb xuebao xb
bjb bianji bianjibu
tougao tg tgyx kanwu fawu fgc fgk fgw fwzx fw fuwu fuwuzhongxin bszx banshi zwfw zwzx zwgk zwfwzx zhengwu zw12345 zfb
zfbgs zfxxgk zfw
zhengfu zhengce zhengwuzhongxin gongkai gkb yijian yjx jianyi jianyan jyxx szxx szyx jzxx jzyx xzxx xzyx sjxx sjyx
shuji-xinxiang lingdaoxinxiang minsheng mszx shimin shiminrexian rexian tousu ts tsjy tsjb tszx kefu kf kehu khfw
khfwzx khzx xiaoshou xs yewu yw shangwu swb hezuo hz zixun zx zxzx yuyue peixun px pxb pxzx hr hrbp zhb zhk zhc zonghe
zhbgs
zonghebu zongheke zongjingban jingliban yb yiban yiwu ywc ywk hulibu hlb menzhen yljg yjk yjb yfb wjw wsj wsjk cdc jkzx
jkb
tjj tjb tongji gaj paj jjdd jtj jtys zjj zhujian czj caizheng nyj nyncj nongye slj shuili ylj lyj hbj sthj huanbao
yjglj yingji xfdd xiaofang scjg scjgj gsj zjjg spjg sfj sfs sifa fayuan jcy jianchayuan rsjbgs rlzy rlzyb rlzyhshbz rsks
ksy kszx kszb
kaoshi ksb jyj jyt jiaoyuju whj wlj wtj wlt wgj lvyou lyw zxb wlw wlwx wmb wenming wmwz dfz difangzhi dsb dangshi
dangxiao dx dxbgs
jgdw jgdj jgsw jgswj bianban bbwx rdb rdcwh rd renda zx-bgs zhengxie qlb qiaolian fulian funv gongqingtuan gqt canlian
clbgs
shequ sqfw juweihui jwh cunwei cwh jiedao jdb jdbsc zhenzf xiangzf zfzx xmb xiangmu xmzx gcb gongcheng jsb jszx jishu
yunwei yunying yyb
scb shichang shichangbu ppb pinpai gggx gonggong ggzy zbb zhaobiao zhaotoubiao ztb zbcg tbzx jypt wangzhan wzgl wzb wlzx
wlb wangluo wxb
wangxin wlaq anquan aqb aqjg aqk ajj zhihui zhzx zhibanshi zbs zhiban jz-xx kfzx tzgg gwh gwfz sgs ghj zrzy zygh fgj wjj
swj shbz sbzx shebao yibao
ybj ybzx gjj gongjijin mzj minzheng tyj tyjr tuiyi zjw xcyxb bsz djz dj ddb ddc jcdj hyxh xiehui xuehui xh mishuchu msc
lishihui jijinhui
jjh cishan csh hongshi hszh zhiyuan zyz zyzxh xxy xxyj yjfk fankui wtfk hdzt tszl zjb zjk zlb zlk zhiliang pzb jyk jhk
jihe scyx
"""
_STRONG = """
info infos infodesk hr jobs news sales pr support service office admin noreply webmaster root postmaster abuse billing
careers
career contact press media enquiries recruitment hello team helpdesk newsletter security
bgs bgt rsc rsk rsj jwc jwk xsc xgb zsb zsc xcb xck zzb dzb dwb jjjc cwc hqc gzc kyc tsg bwc xsh dag scjg fgw gxj jyj
wjw tjj czj nyj slj zrj sthj yjj wlj wlt wgj sfj gaj mzj jtj zjj cgj lyj ajj spj kjj kefu xxgk xfj xfb zfb dwbgs jcw tzb
"""
# Long enough to be recognised at either end of a word: serviceshanghai, beijingoffice.
_LONG = """
support service contact office recruit enquir inquir feedback noreply donotreply webmaster postmaster helpdesk customer
marketing newsletter secretariat complaint bangongshi xinfang zhaopin jubao jiandu kefu xinxigongkai zixun tousu rexian
bianjibu tougao zhaosheng fuwu xuanchuan dangban zhengwu xxgk
"""
_MODIFIER = """
cn bj sh gz sz hk tw mo us uk eu de fr jp kr sg asia apac emea global intl int china beijing shanghai guangzhou shenzhen
hongkong london newyork north south east west central main head city county the our my all new en zh of and
"""
_PLACEHOLDERS = """
user username usr name yourname youremail your you yours me myname mymail myemail someone somebody anyone anybody nobody
example sample test tester testuser foo bar baz foobar aaa bbb ccc abc abcd abcde abc123 abcdefg asdf qwerty email mail
address emailaddress e-mail local localpart recipient sender from to placeholder dummy fake null none undefined
firstname
lastname first last firstname.lastname first.last john.doe jane.doe johndoe janedoe john.smith jdoe yourmail xingming
youxiang zhanghao yonghuming ceshi demo a b x u n
"""
# Surnames turn a task into a person's own box: zhang.hr@.
_SURNAME = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng
deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan fan fang
shi liao xiong jin dai jia qiu hou meng qin bai mao yan lei long wan duan qian tao niu fu smith johnson brown jones
miller davis wilson taylor anderson thomas jackson white harris martin lee walker hall allen young king wright scott
green baker
"""
ROLES = frozenset((_TASKS + _PINYIN + _STRONG).split())
_UNMISTAKABLE = frozenset(_STRONG.split())
_AT_EITHER_END = tuple(_LONG.split())
_MODIFIERS = frozenset(_MODIFIER.split())
_NOBODY = frozenset(_PLACEHOLDERS.split())
_SURNAMES = frozenset(_SURNAME.split())
# Two letters turn most words away before all of them are compared.
_BEGINNINGS = frozenset(word[:2] for word in _AT_EITHER_END)
_ENDINGS = frozenset(word[-2:] for word in _AT_EITHER_END)
# Departments end in these: hdqjwbgs is somebody's office.
_DEPARTMENTS = "bgs bgt zzb xcb rsc rsk jwc zsb xxgk zfb dwb wsb fwzx tsg".split()
_DEPARTMENT = quick(rf"[bcdfghjklmnpqrstwxyz]{{2,8}}(?:{'|'.join(_DEPARTMENTS)})")
_DEPARTMENT_ENDS = frozenset(word[-3:] for word in _DEPARTMENTS)
_LETTERS = re.compile("[a-z]+").findall
_INITIALS = quick(r"[bcdfghjklmnpqrstwxyz]{3,7}")
_HOTLINE = quick(r"[a-z]{0,6}12(?:345|388|380|315|333|371|309|318|320|350|355|369|123)[a-z]{0,6}")
_BODIES = (".gov.cn", ".edu.cn", ".org.cn", ".ac.cn", ".gov", ".gov.uk", ".gov.hk", ".gov.mo")


def role(local: str, domain: str) -> bool:
    """Whether the mailbox is a body's, by the name before the @ (both in lower case)."""
    name = local.partition("+")[0]
    words = _LETTERS(name)
    at_a_body = domain.endswith(_BODIES)
    if "12" in name and _HOTLINE.fullmatch(name):
        return at_a_body or name.isdigit()
    if not words or not _SURNAMES.isdisjoint(words):
        return False
    together = words[0] if len(words) == 1 else "".join(words)
    if _is_unmistakable(together) or (len(words) > 1 and any(map(_is_unmistakable, words))):
        return True
    if _body_itself(words, domain):
        return True
    if domain.endswith((".gov.cn", ".gov")) and _INITIALS.fullmatch(together):
        # Departments in initials: sfgw@. People in offices spell their names.
        return True
    tasks = [w for w in words if w in ROLES and (at_a_body or not _could_be_initials(w))]
    return bool(tasks) and all(w in tasks or w in _MODIFIERS or _INITIALS.fullmatch(w) for w in words)


def _is_unmistakable(word: str) -> bool:
    return (
        word in _UNMISTAKABLE
        or (word[:2] in _BEGINNINGS and word.startswith(_AT_EITHER_END))
        or (word[-2:] in _ENDINGS and word.endswith(_AT_EITHER_END))
        or (word[-3:] in _DEPARTMENT_ENDS and _DEPARTMENT.fullmatch(word) is not None)
    )


def _could_be_initials(word: str) -> bool:
    """Whether a short word without vowels may as well be a person's: zx1990@163.com."""
    return len(word) <= 3 and not set(word) & set("aeiou")


def _body_itself(words: list[str], domain: str) -> bool:
    """Whether the box has the body's own name: nju@nju.edu.cn, sansi-cn@sansi.org."""
    own = words[0]
    return domain.startswith(own + ".") and all(w == own or w in _MODIFIERS for w in words)


def nobody(local: str) -> bool:
    """Whether the name before the @ (in lower case) is a placeholder of forms and manuals."""
    return local in _NOBODY or not local.strip("x_.-*") or local.startswith(("your", "%"))
