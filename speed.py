import glob,time,sys,os,collections,random
from sansi.check import Checker
from sansi.check.rules import shipped
rules=[r for r in shipped() if r.id.startswith('key-')]
# ordinary code: stdlib; prose: licences, md docs, design texts
code=''; 
files=sorted(glob.glob('/usr/lib/python3*/**/*.py',recursive=True)+glob.glob('/usr/local/lib/python3.11/**/*.py',recursive=True))
random.Random(1).shuffle(files)
for f in files:
    try: code+=open(f,encoding='utf8').read()
    except Exception: pass
    if len(code)>1_000_000: break
prose=''
for f in sorted(glob.glob('/work/shared/**/*.md',recursive=True)+glob.glob('/usr/share/common-licenses/*')+glob.glob('/usr/share/perl/**/*.pod',recursive=True)):
    try: prose+=open(f,encoding='utf8').read()
    except Exception: pass
zh=''.join(open(f,encoding='utf8').read() for f in glob.glob('/work/shared/**/*.md',recursive=True))
zh_only=('根据工作安排，现将有关事项通知如下：各单位要高度重视，认真组织，确保各项任务落实到位。请于本周五前将材料报送办公室，联系人见附件。'
 '系统登录时请输入密码，密码长度不少于八位，忘记密码的请到信息中心办理。会议要求，加强密码应用管理，提升网络安全水平，完善密钥管理制度。')*3000
ck=Checker(rules,engine='hyperscan')
for name,t in (('code',code[:1_000_000]),('prose-en/mixed',prose[:1_000_000]),('zh with 密码 x3 per 170 chars',zh_only[:350000])):
    docs=[t[i:i+4500] for i in range(0,len(t),4500)]
    n=sum(len(d.encode()) for d in docs)
    best=9
    for _ in range(5):
        s=time.process_time(); c=0
        for d in docs: c+=len(ck.check(d))
        best=min(best,time.process_time()-s)
    marks=sum(len(ck._engine.marks(d.encode())) for d in docs)
    print(name, f'{n/1e6:.2f} MB {n/1e6/best:.0f} MB/s, marks/KB {marks/n*1000:.2f}, findings {c}')
    cnt=collections.Counter()
    for d in docs:
        b=d.encode()
        for e,i in ck._engine.marks(b):
            cnt[ck.plan.literals[i].raw if i<len(ck.plan.literals) else i]+=1
    print('   ',cnt.most_common(14))
print(len(rules),'rules', len(ck.plan.literals),'literals')
if len(sys.argv)>1:
    for d in [code[i:i+4500] for i in range(0,len(code),4500)]+[prose[i:i+4500] for i in range(0,len(prose),4500)]:
        for f in ck.check(d): print(f.rule,f.confidence,repr(d[max(0,f.start-40):f.end+10]))
