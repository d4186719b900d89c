package io.mingjian.detection.c2pa;

/**
 * Results of single checks, named as the C2PA specification names them, with what they tell an
 * officer. Time stamp results inform only: without a trusted time the certificate is judged at the
 * present.
 */
public enum Status {
    // spotless:off
    SIGNATURE_VALID("claimSignature.validated", Outcome.SUCCESS, "签名与签名证书相符，凭证自签名后未被改动。"),
    SIGNATURE_MISMATCH("claimSignature.mismatch", Outcome.FAILURE, "签名与凭证内容不相符，凭证在签名后被改动或签名无效。"),
    SIGNATURE_MISSING("claimSignature.missing", Outcome.FAILURE, "凭证没有可读取的签名。"),
    SIGNED_IN_VALIDITY("claimSignature.insideValidity", Outcome.SUCCESS, "核验所依据的时间在签名证书有效期内。"),
    ALGORITHM_UNSUPPORTED("algorithm.unsupported", Outcome.FAILURE, "凭证使用了不支持的算法。"),
    SIGNER_TRUSTED("signingCredential.trusted", Outcome.SUCCESS, "签名证书由信任列表内的机构签发。"),
    SIGNER_UNTRUSTED("signingCredential.untrusted", Outcome.FAILURE, "签名证书不能追溯到信任列表内的机构。"),
    SIGNER_EXPIRED("signingCredential.expired", Outcome.FAILURE, "签名证书已过有效期，且没有可信时间戳证明签名时仍有效。"),
    SIGNER_INVALID("signingCredential.invalid", Outcome.FAILURE, "签名证书不符合内容凭证对证书的要求。"),
    SIGNER_REVOKED("signingCredential.ocsp.revoked", Outcome.FAILURE, "随附的证书状态表明签名证书已被吊销。"),
    SIGNER_NOT_REVOKED("signingCredential.ocsp.notRevoked", Outcome.SUCCESS, "随附的证书状态表明签名时证书未被吊销。"),
    SIGNER_STATUS_UNKNOWN("signingCredential.ocsp.unknown", Outcome.INFORMATION, "随附的证书状态无法采信。"),
    TIME_VALID("timeStamp.validated", Outcome.SUCCESS, "时间戳与签名相符。"),
    TIME_TRUSTED("timeStamp.trusted", Outcome.SUCCESS, "时间戳由信任列表内的时间戳机构签发。"),
    TIME_UNTRUSTED("timeStamp.untrusted", Outcome.INFORMATION, "时间戳机构不在信任列表内，其时间不作为依据。"),
    TIME_MISMATCH("timeStamp.mismatch", Outcome.INFORMATION, "时间戳与签名内容不相符，其时间不作为依据。"),
    TIME_MALFORMED("timeStamp.malformed", Outcome.INFORMATION, "时间戳无法读取，其时间不作为依据。"),
    ASSERTION_MATCH("assertion.hashedURI.match", Outcome.SUCCESS, "断言与凭证记载的散列值一致。"),
    ASSERTION_MISMATCH("assertion.hashedURI.mismatch", Outcome.FAILURE, "断言与凭证记载的散列值不一致，断言被改动。"),
    ASSERTION_MISSING("assertion.missing", Outcome.FAILURE, "凭证所列的断言不在文件中。"),
    ASSERTION_OUTSIDE("assertion.outsideManifest", Outcome.FAILURE, "凭证所列的断言位于另一凭证内。"),
    ASSERTION_REDACTED("assertion.redacted", Outcome.INFORMATION, "断言已由后来的签名方注明删去。"),
    DATA_MATCH("assertion.dataHash.match", Outcome.SUCCESS, "文件内容与凭证记载的散列值一致。"),
    DATA_MISMATCH("assertion.dataHash.mismatch", Outcome.FAILURE, "文件内容与凭证记载的散列值不一致。"),
    DATA_LEFT_OPEN("assertion.dataHash.mismatch", Outcome.FAILURE, "散列值未覆盖凭证以外的部分字节，不能说明整个文件未被改动。"),
    BOXES_MATCH("assertion.boxesHash.match", Outcome.SUCCESS, "文件各数据段与凭证记载的散列值一致。"),
    BOXES_MISMATCH("assertion.boxesHash.mismatch", Outcome.FAILURE, "文件的数据段与凭证记载的散列值不一致。"),
    BMFF_MATCH("assertion.bmffHash.match", Outcome.SUCCESS, "文件各数据盒与凭证记载的散列值一致。"),
    BMFF_MISMATCH("assertion.bmffHash.mismatch", Outcome.FAILURE, "文件的数据盒与凭证记载的散列值不一致，或缺少凭证所列的片段。"),
    BMFF_LEFT_OPEN("assertion.bmffHash.mismatch", Outcome.FAILURE, "凭证的散列值未覆盖媒体数据，不能说明其未被改动。"),
    COLLECTION_MATCH("assertion.collectionHash.match", Outcome.SUCCESS, "压缩包内各文件与凭证记载的散列值一致。"),
    COLLECTION_MISMATCH("assertion.collectionHash.mismatch", Outcome.FAILURE, "压缩包内的文件与凭证记载的散列值不一致，或多出、缺少文件。"),
    BINDING_MISSING("claim.hardBindings.missing", Outcome.FAILURE, "凭证没有与文件内容绑定。"),
    BINDING_MULTIPLE("assertion.multipleHardBindings", Outcome.FAILURE, "凭证以多种互不相干的方式绑定文件。"),
    UPDATE_INVALID("manifest.update.invalid", Outcome.FAILURE, "更新凭证没有指向唯一的上一份凭证。"),
    INGREDIENT_VALID("ingredient.manifest.validated", Outcome.SUCCESS, "素材的凭证与记载的散列值一致。"),
    INGREDIENT_MISSING("ingredient.manifest.missing", Outcome.FAILURE, "凭证所列素材的凭证不在文件中。"),
    INGREDIENT_MISMATCH("ingredient.manifest.mismatch", Outcome.FAILURE, "素材的凭证与记载的散列值不一致。");
    // spotless:on

    private final String code;
    private final Outcome outcome;
    private final String zhExplanation;

    /** How a result counts. */
    public enum Outcome {
        SUCCESS,
        INFORMATION,
        FAILURE
    }

    Status(String code, Outcome outcome, String zhExplanation) {
        this.code = code;
        this.outcome = outcome;
        this.zhExplanation = zhExplanation;
    }

    /** How it counts. */
    public Outcome outcome() {
        return outcome;
    }

    /** Name in the C2PA specification; two results may share one. */
    public String code() {
        return code;
    }

    /** What it means, for officers. */
    public String zhExplanation() {
        return zhExplanation;
    }
}
