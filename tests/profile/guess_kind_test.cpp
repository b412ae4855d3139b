// SPDX-License-Identifier: Apache-2.0

// Header rows as CRMs and spreadsheets export them, with a few rows each: which kind of table it is,
// and that surveys stay surveys.

#include <filesystem>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

struct Export {
  const char* name;
  const char* kind;
  const char* text;
};

std::string kind_of(std::string_view text) {
  const nlohmann::json report = report_json(text);
  return report.contains("error") ? report["error"].get<std::string>()
                                  : report["tables"][0]["kind"].get<std::string>();
}

// Which columns play which part: "amount" -> "Deal Value".
std::string column_for(std::string_view text, const std::string& field) {
  const nlohmann::json report = report_json(text);
  for (const auto& column : report["inputs"][0]["columns"]) {
    if (column["role"] == field) return column["name"].get<std::string>();
  }
  return {};
}

constexpr Export kExports[] = {
    // Pipelines
    {"HubSpot deals", "pipeline",
     "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated Company\n"
     "10001,Acme - renewal,Closed Won,Sales Pipeline,12000,2026-03-31 10:00,2026-01-04 09:12,Ann Lee,Acme\n"
     "10002,Bolt - new,Contract Sent,Sales Pipeline,8000,2026-06-30 10:00,2026-02-11 14:02,Bob Ray,Bolt\n"},
    {"Zoho deals", "pipeline",
     "Deal Owner,Deal Name,Account Name,Amount,Closing Date,Stage,Type,Probability (%),Lead Source,Created Time\n"
     "Ann,Roof,Acme,1000,2026-03-31,Closed Won,New Business,100,Web,2026-01-04 09:12:00\n"
     "Bob,Door,Bolt,500,2026-04-15,Negotiation,Existing Business,60,Call,2026-02-04 10:12:00\n"},
    {"Zoho potentials", "pipeline",
     "Potential Owner,Potential Name,Account Name,Amount,Closing Date,Sales Stage,Lead Source,Created Time\n"
     "Ann,Roof,Acme,1000,2026-03-31,Closed Won,Web,2026-01-04 09:12:00\n"
     "Bob,Door,Bolt,500,2026-04-15,Closed Lost,Call,2026-02-04 10:12:00\n"},
    {"Salesforce opportunities", "pipeline",
     "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Probability (%),Age,Close Date,Created Date,Lead Source,Type\n"
     "Ann Lee,Acme,Acme 500 seats,Closed Won,Q1-2026,\"12,000.00\",100,31,3/31/2026,1/14/2026,Web,New\n"
     "Bob Ray,Bolt,Bolt 20 seats,Prospecting,Q2-2026,\"1,500.00\",10,71,4/21/2026,1/20/2026,Partner,New\n"},
    {"Dynamics opportunities", "pipeline",
     "(Do Not Modify) Opportunity,Topic,Potential Customer,Account,Est. Close Date,Est. Revenue,Status,Owner,Actual Close Date,Actual Revenue,Created On\n"
     "a1,Roof,Acme,Acme,2026-03-01,1000,Won,Ann,2026-02-20,900,2026-01-02\n"
     "a2,Door,Bolt,Bolt,2026-05-01,700,Open,Bob,,,2026-01-08\n"},
    {"Maven pipeline", "pipeline",
     "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
     "1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054\n"
     "Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Engaging,2016-10-25,,\n"},
    {"Salesforce leads", "pipeline",
     "Lead ID,Lead Owner,First Name,Company,Lead Source,Lead Status,Created Date,Converted Date\n"
     "00Q1,Ann,Eve,Acme,Web,Qualified,2026-01-02,2026-01-20\n"
     "00Q2,Bob,Dan,Bolt,Event,Open,2026-01-05,\n"},
    {"HubSpot leads", "pipeline",
     "Record ID,First Name,Email,Lead Status,Original Source,Create Date,Became an Opportunity Date,Contact owner\n"
     "1,Eve,eve@a.example,OPEN,Organic Search,2026-01-02,2026-02-02,Ann\n"
     "2,Dan,dan@b.example,NEW,Paid Search,2026-01-03,,Bob\n"},
    {"FXiaoKe deals", "pipeline",
     "商机名称,客户名称,商机阶段,商机金额,预计成交日期,负责人,创建时间,线索来源\n"
     "一号线改造,甲公司,赢单,120000,2026-03-31,张三,2026-01-04 09:00,官网\n"
     "二号线改造,乙公司,方案报价,80000,2026-06-30,李四,2026-02-04 09:00,展会\n"},
    {"Jiandaoyun deals", "pipeline",
     "商机编号,商机名称,关联客户,销售阶段,预计成交金额,预计成交日期,销售负责人,赢单输单,创建时间\n"
     "SJ001,扩容,甲公司,合同签订,50000,2026-03-31,张三,赢单,2026-01-04\n"
     "SJ002,新购,乙公司,需求确认,30000,2026-05-31,李四,,2026-02-01\n"},
    {"Chinese leads", "pipeline",
     "线索名称,线索来源,线索状态,负责人,创建时间,转换时间\n"
     "王先生,官网,已转换,张三,2026-01-02 10:00,2026-01-09 10:00\n"
     "赵女士,展会,跟进中,李四,2026-01-03 10:00,\n"},
    // Accounts
    {"Salesforce accounts", "accounts",
     "Account Name,Account Owner,Industry,Type,Annual Revenue,Rating,Created Date,Billing State\n"
     "Acme,Ann,Retail,Customer,1000000,Hot,2024-01-05,CA\n"
     "Bolt,Bob,Energy,Prospect,250000,Cold,2025-03-01,TX\n"},
    {"HubSpot companies", "accounts",
     "Record ID,Company name,Company owner,Create Date,Industry,Annual Revenue,City\n"
     "1,Acme,Ann,2024-01-05,RETAIL,1000000,Paris\n"
     "2,Bolt,Bob,2025-03-01,ENERGY,250000,Berlin\n"},
    {"Subscription customers", "accounts",
     "customer_id,plan,signup_date,churn_date,mrr\n"
     "c1,pro,2024-01-05,,99\nc2,basic,2024-02-05,2025-07-01,19\n"},
    {"Maven accounts", "accounts",
     "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n"
     "Acme Corporation,technolgy,1996,1100.04,2822,United States,\nBetasoloin,medical,1999,251.41,495,United States,\n"},
    {"Chinese customers", "accounts",
     "客户名称,客户级别,所属行业,负责人,创建时间,客户状态\n"
     "甲公司,A级,制造,张三,2024-01-05,合作中\n乙公司,B级,零售,李四,2025-01-05,流失\n"},
    {"Chinese customer revenue", "accounts",
     "客户编号,企业名称,客户类型,签约日期,流失日期,本期收入,上期收入\n"
     "K1,甲公司,企业,2023-01-05,,120000,100000\nK2,乙公司,政府,2023-06-01,2026-02-01,0,50000\n"},
    // Orders
    {"Shop orders", "orders",
     "Order ID,Customer ID,Order Date,Order Amount,Delivery Date,Due Date\n"
     "1,c1,2026-01-02,19.90,2026-01-09,2026-01-10\n2,c2,2026-01-03,29.90,2026-01-15,2026-01-10\n"},
    {"Zoho sales orders", "orders",
     "Sales Order Owner,SO Number,Subject,Account Name,Due Date,Grand Total,Status,Order Date\n"
     "Ann,SO1,Roof,Acme,2026-02-01,1000,Delivered,2026-01-02\nBob,SO2,Door,Bolt,2026-03-01,300,Created,2026-01-05\n"},
    {"Retail invoices", "orders",
     "InvoiceNo,InvoiceDate,CustomerID,Amount\n536365,2025-12-01,17850,15.3\n536366,2025-12-02,17851,20.3\n"},
    {"Chinese orders", "orders",
     "订单编号,客户名称,订单金额,下单日期,交货日期,业务员\nD1,甲公司,1200,2026-01-02,2026-01-12,张三\n"
     "D2,乙公司,800,2026-01-05,2026-01-20,李四\n"},
    {"Chinese shop", "orders",
     "订单号,会员编号,成交时间,实付金额\n1,m1,2026-01-02 10:00:00,19.9\n2,m2,2026-01-03 11:00:00,29.9\n"},
    // Receivables
    {"Invoices", "receivables",
     "Invoice Number,Customer,Invoice Date,Due Date,Invoice Amount,Paid Date,Amount Paid\n"
     "I1,Acme,2026-01-02,2026-02-01,1000,2026-01-30,1000\nI2,Bolt,2026-01-05,2026-02-04,500,,0\n"},
    {"Zoho invoices", "receivables",
     "Invoice Number,Subject,Account Name,Invoice Date,Due Date,Grand Total,Status,Payment Date\n"
     "I1,Roof,Acme,2026-01-02,2026-02-01,1000,Paid,2026-01-30\nI2,Door,Bolt,2026-01-05,2026-02-04,500,Sent,\n"},
    {"FXiaoKe receivables", "receivables",
     "合同编号,客户名称,应收金额,约定回款日期,回款金额,回款日期,回款方式\n"
     "HT1,甲公司,10000,2026-02-01,10000,2026-01-25,转账\nHT2,乙公司,5000,2026-03-01,0,,\n"},
    {"Chinese invoices", "receivables",
     "发票号,付款方,开票金额,开票日期,到期日,实际回款日期\nF1,甲公司,10000,2026-01-02,2026-02-01,2026-01-25\n"
     "F2,乙公司,5000,2026-01-05,2026-03-01,\n"},
    // Tickets
    {"Salesforce cases", "tickets",
     "Case Number,Account Name,Subject,Status,Priority,Date/Time Opened,Date/Time Closed,Case Owner,Type\n"
     "1001,Acme,Login,Closed,High,2026-01-02 10:00,2026-01-03 12:00,Ann,Problem\n"
     "1002,Bolt,Export,New,Low,2026-01-05 10:00,,Bob,Question\n"},
    {"HubSpot tickets", "tickets",
     "Ticket ID,Ticket name,Ticket status,Priority,Create date,Close date,First response time,Ticket owner\n"
     "1,Login,Closed,HIGH,2026-01-02 10:00,2026-01-03 12:00,2026-01-02 10:30,Ann\n"
     "2,Export,New,LOW,2026-01-05 10:00,,,Bob\n"},
    {"Zendesk tickets", "tickets",
     "id,created_at,solved_at,status,priority,requester,satisfaction_rating\n"
     "1,2026-01-02 10:00:00,2026-01-03 10:00:00,solved,high,eve,5\n2,2026-01-03 10:00:00,,open,low,dan,\n"
     "3,2026-01-04 10:00:00,2026-01-04 12:00:00,solved,low,flo,4\n"},
    {"Jiandaoyun tickets", "tickets",
     "工单编号,客户名称,问题类型,优先级,创建时间,首次响应时间,解决时间,是否首次解决,满意度\n"
     "G1,甲公司,故障,高,2026-01-02 10:00,2026-01-02 10:20,2026-01-02 15:00,是,5\n"
     "G2,乙公司,咨询,低,2026-01-03 10:00,2026-01-03 11:20,2026-01-04 15:00,否,4\n"},
    {"FXiaoKe service", "tickets",
     "服务编号,报修人,受理时间,完成时间,处理状态,紧急程度\nF1,王,2026-01-02 10:00,2026-01-02 15:00,已完成,紧急\n"
     "F2,赵,2026-01-03 10:00,,处理中,一般\n"},
    // Usage and rosters
    {"Login history", "usage",
     "Username,Login Time,Event\nann@a.example,2026-01-02 10:00:00,login\nbob@a.example,2026-01-02 11:00:00,login\n"},
    {"Daily usage", "usage",
     "user_id,date,feature,events\nu1,2026-01-02,deals,4\nu2,2026-01-02,reports,1\nu1,2026-01-03,deals,2\n"},
    {"Audit trail", "usage",
     "Timestamp,User,Action,Module\n2026-01-02 10:00,Ann,Edit,Deals\n2026-01-02 10:05,Bob,View,Contacts\n"},
    {"Chinese log", "usage",
     "操作人,操作时间,功能模块,操作类型\n张三,2026-01-02 10:00:00,商机,编辑\n李四,2026-01-02 10:10:00,客户,查看\n"},
    {"Chinese daily usage", "usage", "用户,日期,次数\n张三,2026-01-02,5\n李四,2026-01-02,2\n张三,2026-01-03,1\n"},
    {"Salesforce users", "roster",
     "Full Name,Username,Role,Profile,Active User,Last Login,Manager,Department\n"
     "Ann Lee,ann@a.example,Sales Rep,Standard User,Yes,2026-01-02 10:00,Cleo,Sales\n"
     "Bob Ray,bob@a.example,Sales Manager,Standard User,Yes,Never logged in,Cleo,Sales\n"
     "Dee Fox,dee@a.example,Sales Rep,Standard User,No,2026-01-09 10:00,Cleo,Sales\n"},
    {"Dynamics users", "roster",
     "User Name,Full Name,Business Unit,Title,License Type,Manager\nann@a.example,Ann Lee,Sales,Rep,Enterprise,Cleo\n"
     "bob@a.example,Bob Ray,Service,Agent,Team Member,Cleo\n"},
    {"Maven teams", "roster",
     "sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nCecily Lampkin,Dustin Brinkmann,Central\n"},
    {"Chinese staff", "roster",
     "姓名,部门,角色,是否授权,开通日期,最近登录时间\n张三,销售一部,销售,是,2026-01-02,2026-03-02 10:00\n"
     "李四,销售二部,经理,是,2026-01-02,从未登录\n王五,销售二部,销售,否,2026-01-12,2026-02-02 10:00\n"},
    // Decisions, processes, requirements, controls
    {"Approvals", "decisions",
     "Approval ID,Topic,Department,Request Date,Decision Date\nA1,Discount,Sales,2026-01-02,2026-01-05\n"
     "A2,Hire,HR,2026-01-03,2026-01-20\n"},
    {"Chinese approvals", "decisions",
     "审批单号,决策事项,部门,发起时间,审批完成时间\nS1,折扣,销售,2026-01-02 10:00,2026-01-05 10:00\n"
     "S2,采购,行政,2026-01-03 10:00,2026-01-20 10:00\n"},
    {"Processes", "processes",
     "Process,Times per month,Minutes before,Minutes after,Hourly cost\nOrder approval,400,30,5,40\nQuote,120,60,20,40\n"},
    {"Chinese processes", "processes", "流程名称,每月次数,上线前耗时,上线后耗时\n订单审批,400,30,5\n报价,120,60,20\n"},
    {"Requirements", "requirements",
     "Requirement,Priority,Status\nOne view of a customer,High,Solved\nOffline mode,Low,Open\n"},
    {"Chinese requirements", "requirements", "需求名称,优先级,解决状态\n客户统一视图,高,已解决\n离线模式,低,未解决\n"},
    {"Controls", "controls",
     "Risk,Control mode,Covered\nPrice below floor,automatic,Yes\nDouble entry,advisory,No\n"},
    {"Chinese controls", "controls", "风险点,控制方式,是否覆盖\n低于底价,自动,是\n重复录入,提示,否\n"},
    // Money
    {"Costs", "costs",
     "Cost class,Item,Planned,Actual,Planned date,Actual date\nInitial,Licences,50000,52000,2026-01-31,2026-02-05\n"
     "Operating,Support,12000,11000,2026-12-31,\n"},
    {"Chinese costs", "costs", "成本类别,项目,预算金额,实际金额\n初始实施成本,许可,50000,52000\n运营成本,维护,12000,11000\n"},
    {"Benefits", "benefits",
     "Benefit,Low,Most likely,High,Attribution\nMore sales,10000,20000,40000,50%\nLess churn,5000,8000,12000,100%\n"},
    {"Chinese benefits", "benefits", "收益项,悲观,最可能,乐观,归因比例\n销售增长,10000,20000,40000,50%\n流失减少,5000,8000,12000,100%\n"},
    {"Cash flows", "cashflows", "Period,Cash flow\n0,-1000\n1,400\n2,400\n3,400\n"},
    {"Chinese cash flows", "cashflows", "期数,净现金流\n0,-1000\n1,400\n2,400\n3,400\n"},
    {"Campaigns", "campaigns",
     "Campaign,Start Date,Cost,Revenue\nSpring,2026-03-01,1000,4000\nAutumn,2026-09-01,2000,3000\n"},
    {"Chinese campaigns", "campaigns", "活动名称,开始日期,活动费用,带来收入\n春季展会,2026-03-01,1000,4000\n双十一,2026-11-11,2000,9000\n"},
    // Goals and selection
    {"Goals", "goals",
     "KPI,Baseline,Target,Due,Owner\nCSAT,70,80,2026-12-31,Ann\nSales,100000,+20%,2026-12-31,Bob\n"},
    {"Chinese goals", "goals", "指标,基线,目标值,截止日期,负责人\n满意度,70,80,2026-12-31,张三\n销售额,100000,+20%,2026-12-31,李四\n"},
    {"Vendors", "vendors", "Criterion,Weight,Vendor A,Vendor B\nFunction,30,8,7\nEase of use,20,6,9\nPrice,50,7,5\n"},
    {"Chinese vendors", "vendors", "评估项,权重,甲系统,乙系统\n功能,30,8,7\n易用性,20,6,9\n价格,50,7,5\n"},
    // Surveys
    {"NPS survey", "survey",
     "Timestamp,Department,How likely are you to recommend the CRM?\n2026-01-02,Sales,9\n2026-01-02,Service,3\n2026-01-03,Sales,10\n"},
    {"Customer survey", "survey",
     "Customer,Date,How satisfied are you overall? (1-5),How satisfied are you with delivery? (1-5)\n"
     "Acme,2026-01-02,5,4\nBolt,2026-01-03,3,3\nCog,2026-01-03,4,5\nDot,2026-01-04,1,2\n"},
    {"Chinese survey", "survey",
     "序号,提交答卷时间,部门,您向同事推荐本系统的可能性,您对系统的满意度\n1,2026-01-02 10:00,销售,9,4\n"
     "2,2026-01-02 11:00,客服,3,2\n3,2026-01-03 11:00,客服,10,5\n"},
    {"Employee opinions", "survey",
     "Role,Region,The CRM saves me time,The CRM is easy to use\nRep,North,Agree,Disagree\nManager,South,Strongly agree,Neutral\n"
     "Rep,South,Neutral,Agree\n"},
    {"Google Forms with an e-mail", "survey",
     "Timestamp,Email Address,Feature request\n2026/01/02 3:00:00 PM,a@a.example,Maps\n2026/01/03 3:00:00 PM,b@a.example,Lists\n"},
    // More of the same vendors, and surveys that look like their tables.
    {"Salesforce login history", "usage",
     "Username,Login Time,Source IP,Login Type,Status,Browser,Platform,Application\n"
     "ann@a,2026-01-02 10:00,1.2.3.4,Application,Success,Chrome,Windows,Salesforce\n"
     "bob@a,2026-01-03 10:00,1.2.3.4,Application,Success,Chrome,Windows,Salesforce\n"},
    {"Logins alone", "usage",
     "User ID,Login Time\n"
     "1,2026-01-02 10:00\n"
     "2,2026-01-02 11:00\n"},
    {"HubSpot activities", "usage",
     "Activity ID,Activity date,Activity type,Activity assigned to,Associated contact\n"
     "1,2026-01-02,Call,Ann,Eve\n"
     "2,2026-01-03,Email,Bob,Dan\n"},
    {"HubSpot users", "roster",
     "Name,Email,Teams,Role,Seat,Last active,Invitation status\n"
     "Ann,ann@a,Sales,Admin,Sales Hub,2026-01-02,Accepted\n"
     "Bob,bob@a,Sales,User,Core,2026-01-03,Accepted\n"},
    {"Zoho users", "roster",
     "First Name,Last Name,Email,Role,Profile,Status,Added Time\n"
     "Ann,Lee,ann@a,Rep,Standard,Active,2026-01-02\n"
     "Bob,Ray,bob@a,Manager,Admin,Active,2026-01-03\n"},
    {"Zoho leads", "pipeline",
     "Lead Owner,Company,First Name,Last Name,Email,Lead Source,Lead Status,Created Time,Converted Time\n"
     "Ann,Acme,Eve,Poe,e@a,Web,Contacted,2026-01-02,2026-01-20\n"
     "Bob,Bolt,Dan,Roe,d@b,Call,Lost Lead,2026-01-03,\n"},
    {"Zoho cases", "tickets",
     "Case Number,Case Owner,Account Name,Subject,Status,Priority,Case Origin,Case Reason,Type,Created Time,Closed Time\n"
     "1,Ann,Acme,Login,Closed,High,Phone,x,Problem,2026-01-02,2026-01-03\n"
     "2,Bob,Bolt,Exp,New,Low,Email,y,Question,2026-01-03,\n"},
    {"Zoho accounts", "accounts",
     "Account Owner,Account Name,Account Type,Industry,Annual Revenue,Rating,Phone,Created Time\n"
     "Ann,Acme,Customer,Retail,1000,Active,1,2026-01-02\n"
     "Bob,Bolt,Prospect,Energy,2000,Acquired,2,2026-01-03\n"},
    {"Dynamics cases", "tickets",
     "Case Title,Case Number,Priority,Origin,Customer,Owner,Status Reason,Created On,Resolved On\n"
     "Login,C1,High,Phone,Acme,Ann,Resolved,2026-01-02 10:00,2026-01-03 10:00\n"
     "Exp,C2,Low,Web,Bolt,Bob,In Progress,2026-01-03 10:00,\n"},
    {"Dynamics accounts", "accounts",
     "Account Name,Main Phone,Address 1: City,Primary Contact,Industry,Annual Revenue,Created On,Status\n"
     "Acme,1,Rome,Eve,Retail,1000,2026-01-02,Active\n"
     "Bolt,2,Oslo,Dan,Energy,2000,2026-01-03,Inactive\n"},
    {"Dynamics pipeline", "pipeline",
     "Topic,Potential Customer,Est. Close Date,Est. Revenue,Status,Sales Stage,Owner,Created On\n"
     "Roof,Acme,2026-03-01,1000,Won,Close,Ann,2026-01-02\n"
     "Door,Bolt,2026-05-01,700,Open,Propose,Bob,2026-01-08\n"},
    {"Dynamics orders", "orders",
     "Name,Order ID,Potential Customer,Total Amount,Status Reason,Created On,Requested Delivery Date\n"
     "Roof,O1,Acme,1000,New,2026-01-02,2026-02-01\n"
     "Door,O2,Bolt,300,New,2026-01-05,2026-02-05\n"},
    {"Dynamics leads", "pipeline",
     "Lead,Topic,Company Name,Lead Source,Status,Status Reason,Owner,Created On,Qualified On\n"
     "Eve,Roof,Acme,Web,Open,New,Ann,2026-01-02,\n"
     "Dan,Door,Bolt,Web,Qualified,Qualified,Bob,2026-01-03,2026-02-01\n"},
    {"Salesforce orders", "orders",
     "Order Number,Account Name,Order Start Date,Order Amount,Status,Order Owner\n"
     "1,Acme,2026-01-02,1000,Activated,Ann\n"
     "2,Bolt,2026-01-05,300,Draft,Bob\n"},
    {"Shopify orders", "orders",
     "Name,Email,Financial Status,Paid at,Fulfilled at,Currency,Subtotal,Total,Created at,Billing Name\n"
     "#1,e@a,paid,2026-01-02,2026-01-04,USD,10,12,2026-01-02,Eve\n"
     "#2,d@b,paid,2026-01-03,2026-01-05,USD,20,22,2026-01-03,Dan\n"},
    {"FXiaoKe customers", "accounts",
     "客户名称,客户编号,客户级别,成交状态,行业,负责人,创建时间,最后跟进时间\n"
     "甲,K1,A,已成交,制造,张三,2026-01-02,2026-02-02\n"
     "乙,K2,B,未成交,零售,李四,2026-01-03,2026-02-03\n"},
    {"FXiaoKe orders", "orders",
     "销售订单编号,客户名称,下单日期,销售订单金额,负责人,生命状态\n"
     "D1,甲,2026-01-02,1000,张三,正常\n"
     "D2,乙,2026-01-03,500,李四,正常\n"},
    {"FXiaoKe payments", "receivables",
     "回款编号,客户名称,销售订单编号,应收金额,到期日期,回款日期,回款金额,回款方式\n"
     "R1,甲,D1,1000,2026-02-01,2026-01-30,1000,转账\n"
     "R2,乙,D2,500,2026-02-02,,0,\n"},
    {"FXiaoKe leads", "pipeline",
     "线索编号,姓名,公司,来源,状态,负责人,创建时间,转换时间\n"
     "X1,王,甲,官网,已转换,张三,2026-01-02,2026-01-09\n"
     "X2,赵,乙,展会,待处理,李四,2026-01-03,\n"},
    {"Jiandaoyun service", "tickets",
     "服务单号,报修客户,故障描述,紧急程度,提交时间,派单时间,完成时间,当前状态\n"
     "F1,甲,坏了,高,2026-01-02 10:00,2026-01-02 11:00,2026-01-02 15:00,已完成\n"
     "F2,乙,坏了,低,2026-01-03 10:00,2026-01-03 11:00,,处理中\n"},
    {"Jiandaoyun staff", "roster",
     "成员姓名,所属部门,职务,直属上级,入职日期\n"
     "张三,销售一部,销售,王总,2025-01-02\n"
     "李四,销售二部,经理,王总,2025-02-02\n"},
    {"Jiandaoyun log", "usage",
     "操作人员,操作时间,应用名称,操作类型,操作内容\n"
     "张三,2026-01-02 10:00,CRM,新增,x\n"
     "李四,2026-01-02 10:10,CRM,修改,y\n"},
    {"FXiaoKe logins", "usage",
     "员工,部门,登录时间,登录方式\n"
     "张三,销售一部,2026-01-02 10:00,手机\n"
     "李四,销售二部,2026-01-02 10:10,网页\n"},
    {"Chinese users", "roster",
     "用户名,部门,角色,账号状态,最近登录\n"
     "张三,销售一部,销售,启用,2026-01-02\n"
     "李四,销售二部,经理,停用,从未登录\n"},
    {"Jiandaoyun orders", "orders",
     "订单编号,客户,订单日期,订单总额,约定交期,实际交期,订单状态\n"
     "D1,甲,2026-01-02,1000,2026-02-01,2026-01-30,完成\n"
     "D2,乙,2026-01-03,500,2026-02-02,,进行中\n"},
    {"Orders with products", "orders",
     "order_id,customer_name,order_date,product,quantity,unit_price,sales\n"
     "1,Acme,2026-01-02,Roof,2,50,100\n"
     "2,Bolt,2026-01-03,Door,1,30,30\n"},
    {"Comments of customers", "survey",
     "Account,Region,Comment,Date\n"
     "Acme,North,nice,2026-01-02\n"
     "Bolt,South,bad,2026-01-03\n"},
    {"Open question", "survey",
     "Name,Role,Department,What could be better?\n"
     "Ann,Rep,Sales,Speed\n"
     "Bob,Manager,Service,Search\n"},
    {"Chinese suggestions", "survey",
     "提交时间,部门,角色,改善建议\n"
     "2026-01-02,销售,经理,快一点\n"
     "2026-01-03,客服,客服,加报表\n"},
    {"Chinese open question", "survey",
     "姓名,部门,岗位,您希望增加哪些功能\n"
     "张三,销售,经理,报表\n"
     "李四,客服,客服,搜索\n"},
    {"Question of users", "survey",
     "User,Date,Which features do you use?,Comments\n"
     "ann,2026-01-02,Deals;Reports,ok\n"
     "bob,2026-01-03,Deals,bad\n"},
    {"Chinese problems", "survey",
     "序号,提交答卷时间,所用时间,来源,1、您的部门,2、您遇到的问题,3、是否解决\n"
     "1,2026-01-02 10:00,30秒,微信,销售,卡顿,是\n"
     "2,2026-01-02 11:00,20秒,微信,客服,难找,否\n"},
    {"Questions of problems", "survey",
     "What is your biggest problem?,How severe is it?,Has it been solved?\n"
     "slow,high,no\n"
     "bugs,low,yes\n"},
};

TEST(GuessKind, ExportsAreToldByTheirColumns) {
  EXPECT_GE(std::size(kExports), 40u);
  for (const Export& one : kExports) EXPECT_EQ(kind_of(one.text), one.kind) << one.name;
}

const char* text_of(std::string_view name) {
  for (const Export& one : kExports) {
    if (name == one.name) return one.text;
  }
  return "";
}

TEST(GuessKind, ColumnsPlayTheRightParts) {
  struct Part {
    const char* table;
    const char* field;
    const char* column;
  };
  for (const Part& part : {
           Part{"HubSpot deals", "deal", "Record ID"},
           Part{"HubSpot deals", "stage", "Deal Stage"},
           Part{"HubSpot deals", "closed", "Close Date"},
           Part{"HubSpot deals", "created", "Create Date"},
           Part{"Zoho deals", "customer", "Account Name"},
           Part{"Zoho potentials", "stage", "Sales Stage"},
           Part{"Salesforce opportunities", "owner", "Opportunity Owner"},
           Part{"Maven pipeline", "closed", "close_date"},
           Part{"Maven pipeline", "amount", "close_value"},
           Part{"FXiaoKe deals", "amount", "商机金额"},
           Part{"FXiaoKe deals", "owner", "负责人"},
           Part{"Jiandaoyun deals", "owner", "销售负责人"},
           Part{"Jiandaoyun deals", "amount", "预计成交金额"},
           Part{"Salesforce leads", "opportunity", "Converted Date"},
           Part{"Salesforce cases", "opened", "Date/Time Opened"},
           Part{"Salesforce cases", "resolved", "Date/Time Closed"},
           Part{"HubSpot tickets", "resolved", "Close date"},
           Part{"Salesforce users", "user", "Username"},
           Part{"Salesforce users", "role", "Role"},
           Part{"Salesforce users", "last_login", "Last Login"},
           Part{"Salesforce users", "licence", "Active User"},
           Part{"Chinese staff", "last_login", "最近登录时间"},
           Part{"Chinese staff", "start", "开通日期"},
           Part{"FXiaoKe receivables", "due", "约定回款日期"},
           Part{"FXiaoKe receivables", "paid_amount", "回款金额"},
           Part{"Chinese daily usage", "events", "次数"},
           Part{"Audit trail", "feature", "Module"},
           Part{"Chinese log", "feature", "功能模块"},
       }) {
    EXPECT_EQ(column_for(text_of(part.table), part.field), part.column)
        << part.table << ": " << part.field;
  }
}

// A date that can't be read doesn't make the column another one; many do.
TEST(GuessKind, ADateColumnMayHaveAFewCellsThatAreNone) {
  std::string text = "user,date,feature\n";
  for (int day = 10; day < 29; ++day) text += "u1,2026-01-" + std::to_string(day) + ",deals\n";
  EXPECT_EQ(kind_of(text + "u2,soon,deals\n"), "usage");
  EXPECT_EQ(kind_of(text + "u2,soon,deals\nu2,later,deals\nu2,?,deals\nu2,x,deals\n"), "survey");
}

TEST(GuessKind, SurveysStaySurveys) {
  size_t met = 0;
  for (const char* folder : {"formats", "data"}) {
    const std::filesystem::path path = std::filesystem::path(TOPLINE_SHARED) / folder;
    if (!std::filesystem::is_directory(path)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      const std::string name = entry.path().filename().string();
      // The CDNOW purchases are orders, and what is no text is read by native/.
      if (entry.path().extension() != ".csv" || name.rfind("pisa_", 0) == 0) continue;
      const std::string kind = kind_of(shared_file(std::string(folder) + "/" + name));
      if (name == "telco_churn_ibm.csv") {
        EXPECT_EQ(kind, "accounts") << name;
        continue;
      }
      EXPECT_EQ(kind, "survey") << name;
      ++met;
    }
  }
  if (met == 0) GTEST_SKIP() << "no shared data here";
}

}  // namespace
}  // namespace topline
