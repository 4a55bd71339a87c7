#!/usr/bin/env bash
# Makes the pictures of the web application in docs/images anew, in Chromium, of synthetic speech.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
mvn -B -ntp -q -pl emotone-server -am test -Dtest=PicturesBrowserTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest.groups=browser -Dtest.excludedGroups=
cp emotone-server/target/views/web-result.png emotone-server/target/views/web-live.png docs/images/
ls -l docs/images/web-*.png
