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
COPY --from=build --chown=root:root /app /app
WORKDIR /app
USER intreccio
ENV PATH=/venv/bin:$PATH DJANGO_SETTINGS_MODULE=portal.settings.production DATA_DIR=/data HOST=0.0.0.0 PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=2m CMD ["python", "-m", "portal.probe"]
CMD ["python", "-m", "portal.serve"]
