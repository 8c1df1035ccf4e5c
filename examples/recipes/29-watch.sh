npx notbank-rx watch book BTCUSDT --url "${NOTBANK_URL:-ws://127.0.0.1:8700/wsgateway}"
