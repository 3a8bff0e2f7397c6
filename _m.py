import tempfile,os
from tests.server_process import ServerProcess
from tests.server.test_work import get
t=tempfile.mkdtemp(prefix="jobs-")
with ServerProcess({"TMPDIR": t}) as s:
    print(get(s,"/export/preview.png?year=2002").status); print(os.listdir(t), [os.listdir(os.path.join(t,x)) for x in os.listdir(t)])
    print(s.read_log()[-2500:])
