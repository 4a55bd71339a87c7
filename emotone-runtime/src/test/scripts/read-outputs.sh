#!/usr/bin/env bash
# Opens what `emotone analyze --format` writes with the Python libraries of audEERING (audformat) and of linguists (pympi-ling), in an
# environment of its own under target/. Needs Python 3.9 or later and the network.
#
#   emotone-runtime/src/test/scripts/read-outputs.sh AUDFORMAT-FOLDER FILE.eaf FILE.TextGrid
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
environment=../../../target/outputs-python
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install -q audformat==1.4.3 pympi-ling==1.71
exec "$environment/bin/python" read-outputs.py "$@"
