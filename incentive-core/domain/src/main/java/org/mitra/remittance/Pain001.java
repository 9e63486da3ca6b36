package org.mitra.remittance;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.time.temporal.ChronoUnit;
import org.mitra.bank.ProposeBankAccount;
import org.mitra.iso20022.CreditTransferFile;
import org.mitra.money.Money;

/**
 * An instruction as ISO 20022 pain.001.001.09: the library knows the elements and their order.
 * Nothing optional is written that a bank would have to guess about.
 */
final class Pain001 {
  private Pain001() {}

  static byte[] write(Instruction instruction) {
    return CreditTransferFile.write(
        new CustomerCreditTransferInitiationV09()
            .setGrpHdr(header(instruction))
            .addPmtInf(payment(instruction)));
  }

  private static GroupHeader85 header(Instruction i) {
    return new GroupHeader85()
        .setMsgId(i.id())
        .setCreDtTm(i.madeAt().truncatedTo(ChronoUnit.SECONDS))
        .setNbOfTxs(Integer.toString(i.transfers().size()))
        .setCtrlSum(i.total().amount())
        .setInitgPty(party(i.payer()));
  }

  private static PaymentInstruction30 payment(Instruction i) {
    PaymentInstruction30 payment =
        new PaymentInstruction30()
            .setPmtInfId(i.id())
            .setPmtMtd(PaymentMethod3Code.TRF)
            .setNbOfTxs(Integer.toString(i.transfers().size()))
            .setCtrlSum(i.total().amount())
            .setReqdExctnDt(new DateAndDateTime2Choice().setDt(i.executeOn()))
            .setDbtr(party(i.payer()))
            .setDbtrAcct(account(i.account().number()).setCcy(i.currency().code()))
            .setDbtrAgt(agent(i.account().bic()));
    i.transfers().forEach(transfer -> payment.addCdtTrfTxInf(transfer(transfer)));
    return payment;
  }

  private static CreditTransferTransaction34 transfer(Transfer t) {
    return new CreditTransferTransaction34()
        .setPmtId(
            new PaymentIdentification6().setInstrId(t.endToEndId()).setEndToEndId(t.endToEndId()))
        .setAmt(new AmountType4Choice().setInstdAmt(amount(t.amount())))
        .setCdtrAgt(agent(t.account().bic()))
        .setCdtr(party(t.account().holder()))
        .setCdtrAcct(account(t.account().number()))
        .setRmtInf(new RemittanceInformation16().addUstrd(BankText.of(t.about(), 140)));
  }

  private static ActiveOrHistoricCurrencyAndAmount amount(Money money) {
    return new ActiveOrHistoricCurrencyAndAmount()
        .setCcy(money.currency().code())
        .setValue(money.amount());
  }

  private static PartyIdentification135 party(String name) {
    return new PartyIdentification135().setNm(BankText.of(name, 140));
  }

  private static BranchAndFinancialInstitutionIdentification6 agent(String bic) {
    return new BranchAndFinancialInstitutionIdentification6()
        .setFinInstnId(new FinancialInstitutionIdentification18().setBICFI(bic));
  }

  private static CashAccount38 account(String number) {
    AccountIdentification4Choice id = new AccountIdentification4Choice();
    if (ProposeBankAccount.isIban(number)) {
      id.setIBAN(number);
    } else {
      id.setOthr(new GenericAccountIdentification1().setId(number));
    }
    return new CashAccount38().setId(id);
  }
}
