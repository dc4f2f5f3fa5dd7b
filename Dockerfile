# The site for a public server. State lies in /data: mount a volume there.
FROM python:3.13-slim AS build
WORKDIR /app
# requirements-object-storage.txt for MEDIA_URL_STORAGE.
ARG REQUIREMENTS=requirements.txt
COPY ${REQUIREMENTS} pyproject.toml README.md ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r ${REQUIREMENTS}
COPY . .
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e . \
    && /venv/bin/python -m portal.messages compile \
    && DATA_DIR=/tmp/data DJANGO_SETTINGS_MODULE=portal.settings.dev /venv/bin/python -m portal.build

FROM python:3.13-slim
RUN useradd --create-home --uid 1000 intreccio && mkdir /data && chown intreccio /data
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
USER intreccio
ENV PATH=/venv/bin:$PATH DJANGO_SETTINGS_MODULE=portal.settings.production DATA_DIR=/data HOST=0.0.0.0 PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
HEALTHCHECK CMD python -c "import os, urllib.request as u; \
    u.urlopen(u.Request('http://127.0.0.1:8000/health/live', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0]}), timeout=3)"
CMD ["python", "-m", "portal.serve"]
