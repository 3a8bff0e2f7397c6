"""What Streamlit tells every visitor first, without what is of the server alone.

Its first message of each run names the folder that the app lies in, the versions of Streamlit and
Python, the system, and identifiers of the installation made from the machine's own. No setting
leaves them out, so they are blanked on their way.
"""

from __future__ import annotations

from hashlib import sha256

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.version import STREAMLIT_VERSION_STRING

# The message has some 4 kB; those that carry a page are longer, and not looked into.
LONGEST = 32 * 1024
NAME = "atlas"
# A page that meets another version after a reconnection loads anew, so versions are told apart.
VERSION = sha256(STREAMLIT_VERSION_STRING.encode()).hexdigest()[:12]


def blank_first_message(data: bytes) -> bytes:
    """The bytes of a message to a browser; those of a `NewSession` without the server's own."""
    if len(data) > LONGEST:
        return data
    message = ForwardMsg.FromString(data)
    if message.WhichOneof("type") != "new_session":
        return data
    session = message.new_session
    session.main_script_path = session.name = NAME
    # The front end reads fields of both, so neither may be missing.
    session.initialize.user_info.Clear()
    session.initialize.user_info.SetInParent()
    session.initialize.environment_info.Clear()
    session.initialize.environment_info.streamlit_version = VERSION
    return bytes(message.SerializeToString())
