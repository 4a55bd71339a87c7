#!/usr/bin/env bash
# Makes the clips of this folder: synthetic speech with different prosody, 16 kHz mono 16-bit WAV.
# Needs espeak-ng and sox (Debian, Ubuntu: apt-get install espeak-ng sox).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in espeak-ng sox; do
  command -v "$tool" > /dev/null || { echo "make.sh: $tool is not installed" >&2; exit 1; }
done

# clip NAME VOICE SPEED PITCH AMPLITUDE TEXT
#   speed in words per minute, pitch 0-99, amplitude 0-200; TEXT may hold SSML.
clip() {
  # espeak-ng writes 22.05 kHz; sox brings it to 16 kHz and adds 0.1 s of silence at either end.
  espeak-ng -v "$2" -s "$3" -p "$4" -a "$5" -m --stdout "<speak>$6</speak>" \
    | sox -D -t wav - -r 16000 -b 16 -c 1 "$1.wav" gain -h pad 0.1 0.1
  echo "samples/$1.wav"
}

clip calm-man        en-us+m3 140 30  80 '<prosody range="low">There is no hurry, take all the time you need.</prosody>'
clip cheerful-woman  en-us+f2 185 78 120 '<prosody range="x-high" pitch="high">That is wonderful! I am so glad you came!</prosody>'
clip flat-man        en-us+m1 165 42 100 '<prosody range="x-low">Kids are talking by the door.</prosody>'
clip fearful-woman   en-us+f4 215 90  90 '<prosody range="high">Did you hear that? Please, do not open it!</prosody>'
clip loud-man        en-us+m7 205 60 190 '<prosody range="high" volume="x-loud">I told you twice! Get out of here!</prosody>'
clip sad-woman       en-us+f3 125 32  60 '<prosody range="x-low" pitch="low">I do not think he is coming back.</prosody>'
clip german-man      de+m2    160 45 100 'Der Lappen liegt auf dem Eisschrank.'
