import time,sys
from tests.server_process import ServerProcess
from tests.server.test_exports import order
from tests.server.fetch import fetch
with ServerProcess({"ATLAS_BUILD_AHEAD": sys.argv[1]}) as s:
    try:
        for p in ("preview.png?event=april-war-2016","preview.png?event=april-war-2016&theme=dark&at=1,2,3","view.png?year=2002","view.csv?year=2002","view.html?year=2002","event.svg?event=april-war-2016","story.pdf?story=five-articles"):
            t=time.monotonic(); a=order(s.url,p); print(p,a.status,len(a.body),{k:v for k,v in a.headers.items() if k in('cache-control','content-disposition','content-type','etag')},round(time.monotonic()-t,2), a.body[:100] if a.status!=200 else '')
        for m in ("HEAD","GET","HEAD","GET"):
            t=time.monotonic(); a=fetch(s.url,"/?embed=1",{"Accept-Encoding":"br"},m) if 0 else None
        from http.client import HTTPConnection
        for m in ("HEAD","GET","HEAD","GET"):
            t=time.monotonic(); c=HTTPConnection("127.0.0.1",s.port,timeout=100); c.request(m,"/?embed=1",headers={"Accept-Encoding":"br"}); r=c.getresponse(); b=r.read(); print(m,r.status,len(b),dict(r.getheaders()),round(time.monotonic()-t,2))
        import urllib.request
        for path in ("/atlas/story","/export/story.csv?lang=ru"):
            c=HTTPConnection("127.0.0.1",s.port,timeout=100); c.request("POST",path,b"title: {en: x}\nsteps:\n  - {view: year=2002}\n"); r=c.getresponse(); print(r.status,dict(r.getheaders()),r.read()[:300])
        c=HTTPConnection("127.0.0.1",s.port,timeout=100); c.request("POST","/atlas/story",b"#"*1100000); r=c.getresponse(); print(r.status,r.read()[:300])
        c=HTTPConnection("127.0.0.1",s.port,timeout=100); c.request("POST","/export/story.pdf",b"#"*1100000); r=c.getresponse(); print(r.status,r.read()[:300])
        c=HTTPConnection("127.0.0.1",s.port,timeout=100); c.request("POST","/export/view.pdf",b"#"*1100000); r=c.getresponse(); print(r.status,r.read()[:300])
    finally:
        print(s.read_log()[-3000:])
