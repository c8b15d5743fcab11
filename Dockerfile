# The site in a container. It speaks to the Neo4j server that PARTNERSHIPS_NEO4J_URI names; see docker-compose.yml.

FROM python:3.11-slim AS packages
WORKDIR /srv
COPY requirements.lock ./
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check \
        --require-hashes --only-binary :all: -r requirements.lock

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /srv --shell /usr/sbin/nologin partnerships \
    && install --directory --owner partnerships --mode 0700 /data
WORKDIR /srv
COPY --from=packages /opt/venv /opt/venv
COPY app ./app
COPY cypher ./cypher
COPY frontend ./frontend
COPY seeds ./seeds
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/srv \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PARTNERSHIPS_HOST=0.0.0.0 \
    PARTNERSHIPS_PORT=8000 \
    PARTNERSHIPS_DATA_DIR=/data
USER partnerships
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["python", "-m", "app.cli", "serve"]
