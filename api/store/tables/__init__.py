"""The tables, a module per aggregate."""

from api.store.tables.accounts import Account, ApiKey, Lockout, Login, OidcRequest
from api.store.tables.audit import AuditEntry
from api.store.tables.jobs import Job
from api.store.tables.operations import Delivery, IdempotencyKey, Webhook
from api.store.tables.reviews import Correction, Decision, Note, PageChange, Resolution
from api.store.tables.submissions import Batch, Revision, Submission, SubmissionFile
from api.store.tables.table import Table

__all__ = [
    "Account",
    "ApiKey",
    "AuditEntry",
    "Batch",
    "Correction",
    "Decision",
    "Delivery",
    "IdempotencyKey",
    "Job",
    "Lockout",
    "Login",
    "Note",
    "OidcRequest",
    "PageChange",
    "Resolution",
    "Revision",
    "Submission",
    "SubmissionFile",
    "Table",
    "Webhook",
]
