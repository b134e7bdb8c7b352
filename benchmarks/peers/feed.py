"""Fetch the pages of a feed with one bare httpx client and parse them with ElementTree."""

import sys
import xml.etree.ElementTree as ET

import httpx

with httpx.Client() as client:
    found = 0
    for page in range(1, int(sys.argv[2]) + 1):
        parameters = {"sort": "publicationDateDesc", "limit": "100", "page": str(page)}
        answer = client.get(f"{sys.argv[1]}/api/v1/search_xml", params=parameters)
        found += len(ET.fromstring(answer.content).findall("vacancyDetails"))
print(found)
